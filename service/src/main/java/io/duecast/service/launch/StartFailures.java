package io.duecast.service.launch;

import io.duecast.service.settings.SettingsException;
import io.duecast.wire.RegistryUnavailableException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a service did not start, or did not go on: what, where, what to do. */
public final class StartFailures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(command.getCommandSpec().root().name() + ": " + message(failure));
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String message(Exception failure) {
    return switch (failure) {
      case SettingsException e -> text(e);
      case StartException e -> text(e);
      case RegistryUnavailableException e -> text(e) + "; check registry.url and its credentials";
      case TimeoutException e -> text(e) + "; check that the brokers answer at cluster.bootstrap";
      case InterruptedException e -> "interrupted";
      case KafkaException e -> "Kafka: " + rootOf(e);
      default -> {
        LoggerFactory.getLogger(StartFailures.class).error("failed", failure);
        yield "unexpected: " + failure;
      }
    };
  }

  private static String text(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + root;
  }
}
