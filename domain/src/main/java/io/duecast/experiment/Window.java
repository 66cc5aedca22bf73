package io.duecast.experiment;

import static io.duecast.check.Check.require;

import io.duecast.outcome.LabelPolicy;
import java.time.LocalDate;

/**
 * For how long invoices are looked at.
 *
 * @param horizonDays money that comes later counts as not paid
 * @param overdueDays an invoice that is overdue already is paid in time so many days later
 * @param late what is paid in time otherwise
 */
public record Window(int horizonDays, int overdueDays, LabelPolicy late) {
  /** The longest horizon. */
  public static final int LONGEST_DAYS = 365;

  /** A month for money, and two weeks for what is overdue. */
  public static final Window DEFAULT = new Window(30, 14, LabelPolicy.DEFAULT);

  public Window {
    require(horizonDays >= 1 && horizonDays <= LONGEST_DAYS, "a horizon of %d days", horizonDays);
    require(
        overdueDays >= 1 && overdueDays <= LONGEST_DAYS,
        "%d days for what is overdue",
        overdueDays);
  }

  /** The last day on which an invoice is paid in time. */
  LocalDate deadline(Assignment assignment) {
    return assignment.on().isAfter(assignment.dueOn())
        ? assignment.on().plusDays(overdueDays)
        : assignment.dueOn().plusDays(late.graceDays());
  }

  /** The last day that counts. */
  LocalDate horizon(Assignment assignment) {
    return assignment.on().plusDays(horizonDays);
  }

  /** Whether all of it has passed by the end of a day. */
  boolean hasPassed(Assignment assignment, LocalDate asOf) {
    return !horizon(assignment).isAfter(asOf) && !deadline(assignment).isAfter(asOf);
  }
}
