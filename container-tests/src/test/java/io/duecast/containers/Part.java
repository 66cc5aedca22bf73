package io.duecast.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.io.IOException;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** A container, and what may happen to it. */
class Part implements AutoCloseable {
  private static final int GRACE_SECONDS = 40;
  private static final Duration FREEZING = Duration.ofMinutes(1);

  private final GenericContainer<?> container;

  Part(GenericContainer<?> container) {
    this.container = container;
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }

  private String id() {
    return container.getContainerId();
  }

  /** As by {@code kill -9}. */
  void kill() {
    docker().killContainerCmd(id()).withSignal("KILL").exec();
  }

  /** As it is asked to stop in an orderly way; it must be down then by itself. */
  void stop() {
    docker().stopContainerCmd(id()).withTimeout(GRACE_SECONDS).exec();
    Long exit = docker().inspectContainerCmd(id()).exec().getState().getExitCodeLong();
    if (exit == null || exit == 137) {
      throw new AssertionError(container.getDockerImageName() + " did not stop when it was asked");
    }
  }

  /** After it was killed or stopped: on the disk that it had. */
  void startAgain() {
    docker().startContainerCmd(id()).exec();
  }

  /**
   * It hangs: its connections stay, and nothing answers. A busy engine may need several tries to
   * freeze it.
   */
  void pause() throws Exception {
    Await.until(
        "it is paused",
        FREEZING,
        () -> {
          try {
            docker().pauseContainerCmd(id()).exec();
            return true;
          } catch (InternalServerErrorException e) {
            return false;
          }
        });
  }

  void resume() {
    docker().unpauseContainerCmd(id()).exec();
  }

  boolean isRunning() {
    return Boolean.TRUE.equals(docker().inspectContainerCmd(id()).exec().getState().getRunning());
  }

  /** Whether a command in it succeeds. */
  boolean succeeds(String... command) throws InterruptedException {
    try {
      return isRunning() && container.execInContainer(command).getExitCode() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What a command in it prints. */
  String answer(String... command) throws IOException, InterruptedException {
    return container.execInContainer(command).getStdout();
  }

  /** All that it has said. */
  String log() {
    return container.getLogs();
  }

  @Override
  public void close() {
    container.stop();
  }
}
