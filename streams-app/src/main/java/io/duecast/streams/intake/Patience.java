package io.duecast.streams.intake;

import io.duecast.wire.RegistryUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long a record waits for the schema registry before the thread gives up and is replaced. Must
 * stay well below {@code max.poll.interval.ms}.
 *
 * @param attempts at least 1
 * @param pause between two attempts
 * @param doubt for how long a registry is asked again that says it does not know a schema: one that
 *     has just begun may not have read its storage yet
 */
public record Patience(int attempts, Duration pause, Duration doubt) {
  /** Two minutes. */
  public static final Patience DEFAULT =
      new Patience(60, Duration.ofSeconds(2), Duration.ofSeconds(30));

  /** None: for tests of what happens then. */
  public static final Patience NONE = new Patience(1, Duration.ZERO, Duration.ZERO);

  /** The answer, as soon as the registry can be asked. */
  public <T> T with(Supplier<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.get();
      } catch (RegistryUnavailableException e) {
        if (attempt >= attempts) {
          throw e;
        }
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the registry", e);
    }
  }
}
