package io.duecast.containers;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Await() {}

  /** Until it is so; fails with what was waited for. */
  static void until(String what, Duration patience, Callable<Boolean> isSo) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isSo.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      Thread.sleep(PAUSE);
    }
  }

  /** As long as an outage is to last. */
  static void forAsLongAs(Duration outage) throws InterruptedException {
    Thread.sleep(outage);
  }
}
