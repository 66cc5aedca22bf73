package io.duecast.book;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days of a book, from the first event to the last, or to the day of the extract.
 *
 * @param firstDay null if nothing ever happened
 */
record BookSpan(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
  static final BookSpan EMPTY = new BookSpan(null, null);

  /** This, so long that it has the day. */
  BookSpan with(LocalDate day) {
    return new BookSpan(
        firstDay == null || day.isBefore(firstDay) ? day : firstDay,
        lastDay == null || day.isAfter(lastDay) ? day : lastDay);
  }

  /** Number of days; 0 if nothing ever happened. */
  long days() {
    return firstDay == null || lastDay == null ? 0 : ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
  }
}
