package io.duecast.forecast;

import static io.duecast.check.Check.require;

/**
 * How fast old debt comes in: beyond the last ageing bucket no assessment says anything, so the
 * company's own past does. Adds up over customers.
 *
 * @param invoiceWeeks for each invoice, the weeks that it began more than 90 days past due
 * @param paid how many of those weeks ended with the invoice paid
 */
public record OldDebtPace(long invoiceWeeks, long paid) {
  public static final OldDebtPace UNKNOWN = new OldDebtPace(0, 0);

  /** Past due by more than this is old. */
  public static final int OLD_DAYS = 90;

  private static final double FIRST_GUESS = 0.02;
  private static final double FIRST_WEIGHT = 50;

  public OldDebtPace {
    require(0 <= paid && paid <= invoiceWeeks, "%d paid in %d weeks", paid, invoiceWeeks);
  }

  /** With one more week of one invoice. */
  public OldDebtPace after(boolean wasPaid) {
    return new OldDebtPace(invoiceWeeks + 1, paid + (wasPaid ? 1 : 0));
  }

  public OldDebtPace plus(OldDebtPace other) {
    return new OldDebtPace(invoiceWeeks + other.invoiceWeeks, paid + other.paid);
  }

  /** Of old debt, the share that comes within a week, 0..1. */
  public double weekly() {
    return (paid + FIRST_WEIGHT * FIRST_GUESS) / (invoiceWeeks + FIRST_WEIGHT);
  }
}
