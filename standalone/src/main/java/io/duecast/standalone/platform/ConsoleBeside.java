package io.duecast.standalone.platform;

import io.duecast.console.Console;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A console that comes up beside everything else: nothing waits for its database, and nothing ends
 * if it cannot be had.
 */
final class ConsoleBeside implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleBeside.class);
  private static final long LONGEST_START_SECONDS = 120;

  private final CompletableFuture<Console> console;

  /**
   * @param start what starts it
   * @param whenThere told where a browser finds it
   * @param failed told why there is none
   */
  ConsoleBeside(Supplier<Console> start, Consumer<URI> whenThere, Consumer<String> failed) {
    console =
        CompletableFuture.supplyAsync(
                start, task -> Thread.ofVirtual().name("console-start").start(task))
            .whenComplete(
                (it, failure) -> {
                  if (failure == null) {
                    whenThere.accept(it.address());
                  } else {
                    LOG.error("the console cannot be started", failure);
                    failed.accept(rootOf(failure));
                  }
                });
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  @Override
  public void close() {
    try {
      console.get(LONGEST_START_SECONDS, TimeUnit.SECONDS).close();
    } catch (ExecutionException e) {
      LOG.debug("there was no console", e);
    } catch (TimeoutException | RuntimeException e) {
      LOG.warn("the console did not stop in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
