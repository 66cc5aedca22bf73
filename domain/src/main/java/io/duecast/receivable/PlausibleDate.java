package io.duecast.receivable;

import io.duecast.check.Check;
import io.duecast.check.RejectReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a book can hold; typing errors beyond them are refused, strange ones within are
 * not.
 */
final class PlausibleDate {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
  private static final int LONGEST_TERM_DAYS = 36_525;

  private PlausibleDate() {}

  static void check(String name, Object id, @Nullable LocalDate date) {
    Check.accept(
        date == null || (!date.isBefore(FIRST) && !date.isAfter(LAST)),
        RejectReason.IMPOSSIBLE_DATE,
        "%s: %s %s is not between %s and %s",
        id,
        name,
        String.valueOf(date),
        FIRST,
        LAST);
  }

  static void checkTerm(Object id, LocalDate issuedOn, LocalDate dueOn) {
    long days = ChronoUnit.DAYS.between(issuedOn, dueOn);
    Check.accept(
        Math.abs(days) <= LONGEST_TERM_DAYS,
        RejectReason.IMPOSSIBLE_DATE,
        "%s: issued on %s and due on %s, %d days apart",
        id,
        issuedOn,
        dueOn,
        days);
  }
}
