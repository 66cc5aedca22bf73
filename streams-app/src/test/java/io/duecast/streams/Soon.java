package io.duecast.streams;

import java.time.Duration;
import java.util.concurrent.Callable;

/** For what comes about beside the test. */
public final class Soon {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Soon() {}

  /** Waits until it holds, and fails if it never does. */
  public static void holds(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in " + PATIENCE + ": " + what);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
