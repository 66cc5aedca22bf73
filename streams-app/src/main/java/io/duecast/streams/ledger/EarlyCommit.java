package io.duecast.streams.ledger;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit at once while there is little to do, so that nobody waits for what few records
 * led to; under load the commit interval decides, and a transaction takes many.
 */
final class EarlyCommit {
  /** Commits that are asked for lie so far apart. */
  private static final long PAUSE_MS = 50;

  /** So long is looked back; it takes in the pauses that a busy thread makes to commit. */
  private static final long WINDOW_MS = 500;

  /** Records of a task in a window that are little to do. */
  private static final int FEW = 125;

  private final ProcessorContext<?, ?> context;
  private long windowFrom;
  private int records;
  private boolean isQuiet = true;
  private boolean isUncommitted;
  private long askedAt;

  private EarlyCommit(ProcessorContext<?, ?> context) {
    this.context = context;
    this.windowFrom = context.currentSystemTimeMs();
  }

  static EarlyCommit of(ProcessorContext<?, ?> context) {
    EarlyCommit early = new EarlyCommit(context);
    context.schedule(Duration.ofMillis(PAUSE_MS), PunctuationType.WALL_CLOCK_TIME, early::askIfDue);
    return early;
  }

  /** A record is processed. */
  void count() {
    long now = context.currentSystemTimeMs();
    records++;
    isUncommitted = true;
    if (now - windowFrom >= WINDOW_MS) {
      isQuiet = records * WINDOW_MS <= FEW * (now - windowFrom);
      windowFrom = now;
      records = 0;
    }
    askIfDue(now);
  }

  private void askIfDue(long now) {
    if (isUncommitted && isQuiet && now - askedAt >= PAUSE_MS) {
      context.commit();
      isUncommitted = false;
      askedAt = now;
    }
  }
}
