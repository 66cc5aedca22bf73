package io.duecast.streams.intake;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a registry is believed that says it does not know a schema: not for a while, as one that
 * has just begun may not have read its own storage yet; then for some time, so that rubbish holds
 * nothing up for long. Safe for threads.
 */
final class Doubt {
  private static final Duration TRUST = Duration.ofMinutes(10);

  private final long doubtNanos;
  private final LongSupplier nanoTime;
  private boolean isBegun;
  private long begun;

  /**
   * A doubt that has not begun.
   *
   * @param lasts how long a registry may take to read its storage; zero for no doubt
   * @param nanoTime as {@link System#nanoTime}
   */
  Doubt(Duration lasts, LongSupplier nanoTime) {
    this.doubtNanos = lasts.toNanos();
    this.nanoTime = nanoTime;
  }

  /** It was asked for a schema, and says that there is none. */
  synchronized boolean isBelieved() {
    long now = nanoTime.getAsLong();
    if (!isBegun || now - begun > doubtNanos + TRUST.toNanos()) {
      isBegun = true;
      begun = now;
    }
    return now - begun >= doubtNanos;
  }

  /** It could not be asked: whoever answers next may have just begun. */
  synchronized void renew() {
    isBegun = false;
  }
}
