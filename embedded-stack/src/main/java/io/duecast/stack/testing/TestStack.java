package io.duecast.stack.testing;

import io.duecast.stack.BrokerSettings;
import io.duecast.stack.EmbeddedBroker;
import io.duecast.stack.EmbeddedRegistry;
import io.duecast.stack.RegistrySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One broker and one registry for all tests of a JVM, in a temporary directory that goes with it.
 * Each part starts when it is first asked for. Topics and subjects are shared: a test names its
 * own.
 */
public final class TestStack {
  private static final TestStack SHARED = new TestStack();

  private @Nullable Path directory;
  private @Nullable EmbeddedBroker broker;
  private @Nullable EmbeddedRegistry registry;

  private TestStack() {}

  public static TestStack shared() {
    return SHARED;
  }

  /** The address of the broker, which is started by the first call. */
  public synchronized String bootstrapServers() {
    if (broker == null) {
      broker = EmbeddedBroker.start(directory().resolve("broker"), BrokerSettings.defaults());
    }
    return broker.bootstrapServers();
  }

  /** The Confluent API of the registry, which is started by the first call. */
  public synchronized String registryUrl() {
    if (registry == null) {
      registry =
          EmbeddedRegistry.start(
              directory().resolve("registry"), RegistrySettings.defaults().inMemory());
    }
    return registry.url();
  }

  private Path directory() {
    if (directory == null) {
      try {
        directory = Files.createTempDirectory("duecast-test-stack-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-test-stack"));
    }
    return directory;
  }

  private synchronized void close() {
    Stream.of(registry, broker).forEach(TestStack::closeIfStarted);
    if (directory != null) {
      delete(directory);
    }
  }

  private static void closeIfStarted(@Nullable AutoCloseable part) {
    try (part) {
      // Closing is all there is to do.
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
