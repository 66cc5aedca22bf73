package io.duecast.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the accounts in its turn.
 *
 * @param number rises by one from line to line
 * @param changed null if it is a day
 * @param day null if it is a change
 * @param at when it was learned
 */
public record WaitingLine(
    long number, @Nullable ReceivableChanged changed, @Nullable DayOpened day, Instant at) {
  /** Whether it opens an invoice, and so has a risk that belongs to it. */
  boolean isOpening() {
    return changed != null && changed.change() instanceof Change.Opened;
  }
}
