package io.duecast.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a customer was looked at, and when it is to be again.
 *
 * @param liveOn the customer's own day for which something was said last; null before the first
 * @param replayedOn the same, of history
 * @param nextOn the company's day on which to look again; null if only an event can change anything
 */
public record Looks(
    @Nullable LocalDate liveOn, @Nullable LocalDate replayedOn, @Nullable LocalDate nextOn) {
  static final Looks NONE = new Looks(null, null, null);

  /** Whether nothing was said yet for a day, or one after it. */
  boolean isNew(LocalDate on, boolean replayed) {
    LocalDate last = replayed ? replayedOn : liveOn;
    return last == null || on.isAfter(last);
  }

  Looks saidFor(LocalDate on, boolean replayed) {
    return replayed ? new Looks(liveOn, on, nextOn) : new Looks(on, replayedOn, nextOn);
  }

  Looks next(@Nullable LocalDate day) {
    return new Looks(liveOn, replayedOn, day);
  }
}
