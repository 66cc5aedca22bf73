package io.duecast.service.launch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits beside what a service does. */
public final class UntilStopped {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** For so long a dead service can still be asked what it died of. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(60);

  private UntilStopped() {}

  /**
   * Waits until somebody asks to stop.
   *
   * @return the exit code 0
   * @throws StartException a minute after it died, so that whoever runs it starts it again
   */
  public static int of(StopSignal stop, BooleanSupplier isAlive) throws InterruptedException {
    while (!stop.isAskedWithin(BETWEEN_LOOKS)) {
      if (!isAlive.getAsBoolean() && !stop.isAskedWithin(LAST_WORDS)) {
        throw new StartException("it has stopped by itself; the log says why");
      }
    }
    return 0;
  }
}
