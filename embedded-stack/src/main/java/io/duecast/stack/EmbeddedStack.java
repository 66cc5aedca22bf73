package io.duecast.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker and a schema registry over one data directory, started and stopped together. What they
 * hold survives a clean stop and a kill of the process alike; so do their addresses, as long as the
 * ports are free. One process at a time runs a stack on a directory; others {@linkplain #find find}
 * it there.
 */
public final class EmbeddedStack implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStack.class);

  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private final DirectoryLock lock;
  private final StackFile file;
  private boolean closed;

  private EmbeddedStack(
      EmbeddedBroker broker, EmbeddedRegistry registry, DirectoryLock lock, StackFile file) {
    this.broker = broker;
    this.registry = registry;
    this.lock = lock;
    this.file = file;
  }

  /**
   * A stack whose parts both answer.
   *
   * @throws StackException if another process runs one there, or a part does not start
   */
  public static EmbeddedStack start(Path dataDirectory, StackSettings settings) {
    long startedNanos = System.nanoTime();
    DirectoryLock lock = DirectoryLock.take(dataDirectory, "stack");
    try {
      StackFile file = StackFile.in(dataDirectory);
      file.delete();
      EmbeddedStack stack = startParts(dataDirectory, settings, lock, file);
      ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
      file.write(
          new RunningStack(
              self.pid(),
              self.startedAt(),
              stack.bootstrapServers(),
              stack.registryUrl(),
              Instant.now()));
      LOG.info("stack started in {} ms", (System.nanoTime() - startedNanos) / 1_000_000);
      return stack;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The stack that a living process runs on a data directory and that answers.
   *
   * @throws StackException if the directory holds a file of that name that is none of ours
   */
  public static Optional<RunningStack> find(Path dataDirectory) {
    return StackFile.in(dataDirectory).findRunning();
  }

  /** Where Kafka's clients connect: {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** The Confluent API of the registry: {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  /** Whether the child process of the registry lives; the broker lives as long as this process. */
  public boolean isRegistryAlive() {
    return registry.isAlive();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    file.delete();
    CompletableFuture<Void> registryClosed = CompletableFuture.runAsync(registry::close);
    try (lock) {
      try {
        broker.close();
      } finally {
        registryClosed.join();
      }
    }
  }

  private static EmbeddedStack startParts(
      Path dataDirectory, StackSettings settings, DirectoryLock lock, StackFile file) {
    CompletableFuture<EmbeddedRegistry> registry =
        CompletableFuture.supplyAsync(
            () -> EmbeddedRegistry.start(dataDirectory.resolve("registry"), settings.registry()));
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(dataDirectory.resolve("broker"), settings.broker());
    } catch (RuntimeException e) {
      registry.thenAccept(EmbeddedRegistry::close).exceptionally(alsoFailed -> null).join();
      throw e;
    }
    try {
      return new EmbeddedStack(broker, registry.join(), lock, file);
    } catch (CompletionException e) {
      broker.close();
      throw e.getCause() instanceof StackException cause ? cause : e;
    }
  }
}
