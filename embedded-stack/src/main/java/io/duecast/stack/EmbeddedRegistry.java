package io.duecast.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apicurio Registry as a child process on 127.0.0.1 that speaks the Confluent API, refuses
 * incompatible schemas, and ends with this process, however this process ends. Its schemas and its
 * log are in one directory.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

  private final RegistryProcess process;
  private final DirectoryLock lock;
  private final String url;
  private boolean closed;

  private EmbeddedRegistry(RegistryProcess process, DirectoryLock lock, String url) {
    this.process = process;
    this.lock = lock;
    this.url = url;
  }

  /**
   * A registry that answers, and whose global compatibility is BACKWARD.
   *
   * @throws StackException if its distribution is missing, another process uses the directory, the
   *     port is taken, or it does not answer in time; then with what it last said
   */
  public static EmbeddedRegistry start(Path dataDirectory, RegistrySettings settings) {
    RegistryHome home = RegistryHome.find();
    DirectoryLock lock = DirectoryLock.take(dataDirectory, "registry");
    try {
      return start(home, dataDirectory.toRealPath(), settings, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw new StackException(
          "registry: it does not start on %s: %s".formatted(dataDirectory, e), e);
    } catch (InterruptedException e) {
      lock.close();
      Thread.currentThread().interrupt();
      throw new StackException("registry: interrupted at its start on " + dataDirectory, e);
    }
  }

  /** The Confluent API: {@code schema.registry.url}. */
  public String url() {
    return url;
  }

  /** The number of the child process. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      process.stop();
    } finally {
      lock.close();
    }
    LOG.info("registry stopped");
  }

  private static EmbeddedRegistry start(
      RegistryHome home, Path directory, RegistrySettings settings, DirectoryLock lock)
      throws IOException, InterruptedException {
    long startedNanos = System.nanoTime();
    if (directory.toString().contains(";")) {
      throw new StackException(
          "registry: directory %s has a semicolon in its name, which its database cannot take; choose another one"
              .formatted(directory));
    }
    RegistryTrace.in(directory).endLeftOver();
    Ports ports = Ports.of(directory);
    int port = ports.choose("registry", settings.port());
    int managementPort = ports.choose("registry-management", 0);
    RegistryProcess process =
        RegistryProcess.start(new RegistryCommand(home, directory, settings, port, managementPort));
    try {
      String url = "http://%s:%d/apis/ccompat/v7".formatted(Ports.HOST, port);
      makeReady(process, url, settings.startTimeout());
      ports.remember();
      LOG.info(
          "registry started on {} as process {} in {} ms",
          url,
          process.pid(),
          (System.nanoTime() - startedNanos) / 1_000_000);
      return new EmbeddedRegistry(process, lock, url);
    } catch (RuntimeException | IOException | InterruptedException e) {
      process.stop();
      throw e;
    }
  }

  private static void makeReady(RegistryProcess process, String url, Duration timeout)
      throws IOException, InterruptedException {
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    try (RegistryApi api = new RegistryApi(url)) {
      while (!api.answers()) {
        if (process.endsWithin(BETWEEN_LOOKS)) {
          throw failed("ended at its start", process);
        }
        if (System.nanoTime() > deadlineNanos) {
          throw failed("does not answer on %s after %s".formatted(url, timeout), process);
        }
      }
      api.requireBackwardCompatibility();
    }
  }

  private static StackException failed(String what, RegistryProcess process) {
    return new StackException(
        "registry: process %d %s; its last lines:%n%s"
            .formatted(process.pid(), what, process.lastLines()));
  }
}
