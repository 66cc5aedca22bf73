package io.duecast.experiment;

/** What an effect is measured in; each is a mean over invoices, or over the money of invoices. */
public enum Measure {
  /** Share of the invoices that are paid in full by their deadline. */
  PAID_IN_TIME,
  /** Mean days until an invoice is paid in full; one that is not counts the whole horizon. */
  DAYS_TO_PAY,
  /** Share of the money that came in within the horizon. */
  COLLECTED,
  /** Mean days for which a unit of money stayed out; what did not come counts the whole horizon. */
  MONEY_DAYS;

  /** What an invoice counts: itself, or its balance. */
  double mass(Aftermath of) {
    return switch (this) {
      case PAID_IN_TIME, DAYS_TO_PAY -> 1;
      case COLLECTED, MONEY_DAYS -> of.assignment().balance().toDouble();
    };
  }

  /** What is true of it. */
  double value(Aftermath of, Window window) {
    return switch (this) {
      case PAID_IN_TIME -> of.isPaidBy(window.deadline(of.assignment())) ? 1 : 0;
      case DAYS_TO_PAY -> of.daysToPay(window.horizonDays());
      case COLLECTED -> of.collected(window.horizonDays());
      case MONEY_DAYS -> of.daysOut(window.horizonDays());
    };
  }
}
