package io.duecast.containers;

import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be run, and the services are packed; asked once. */
final class ContainersCondition implements ExecutionCondition {
  private static final Optional<String> OBJECTION = objection();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (OBJECTION.isEmpty()) {
      return ConditionEvaluationResult.enabled("containers can be run");
    }
    String message =
        "%s DID NOT RUN: %s. To run the tests in containers: start Docker, then mvn verify"
            .formatted(context.getDisplayName(), OBJECTION.get());
    if (System.getProperty("duecast.containers", "").equals("required")) {
      throw new IllegalStateException(message);
    }
    if (context.getTestMethod().isEmpty()) {
      System.out.println("[WARNING] " + message);
    }
    return ConditionEvaluationResult.disabled(message);
  }

  private static Optional<String> objection() {
    if (!Files.isDirectory(Images.ROOT.resolve("streams-app/target/lib"))) {
      return Optional.of("streams-app is not packed; mvn test does not, mvn verify does");
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("no Docker is reachable");
  }
}
