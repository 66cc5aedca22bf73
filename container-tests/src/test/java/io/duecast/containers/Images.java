package io.duecast.containers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The images under test, made of the jars that this build has made. */
final class Images {
  static final Path ROOT = Path.of(System.getProperty("duecast.root", "..")).normalize();
  private static final String STREAMS_APP = "duecast/streams-app:under-test";
  private static boolean isBuilt;

  private Images() {}

  /** Built once: the same file and the same stages as in deployment, but for the compilation. */
  static synchronized String streamsApp() {
    if (!isBuilt) {
      build("streams-app", STREAMS_APP);
      isBuilt = true;
    }
    return STREAMS_APP;
  }

  private static void build(String target, String tag) {
    List<String> command =
        new ArrayList<>(
            List.of("docker", "build", "-q", "-f", "docker/Dockerfile", "--target", target));
    command.addAll(List.of("-t", tag, "--build-arg", "ARTIFACTS=target"));
    Optional.ofNullable(System.getenv("JRE_IMAGE"))
        .ifPresent(it -> command.addAll(List.of("--build-arg", "JRE_IMAGE=" + it)));
    command.add(".");
    File log = Path.of("target", "docker-build.log").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder.environment().put("DOCKER_BUILDKIT", "1");
    try {
      int exit = builder.redirectErrorStream(true).redirectOutput(log).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + exit + ", see " + log.getAbsolutePath());
      }
    } catch (IOException e) {
      throw new IllegalStateException("the docker command cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
