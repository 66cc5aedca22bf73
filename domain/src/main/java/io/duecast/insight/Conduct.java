package io.duecast.insight;

import java.math.BigDecimal;

/**
 * How customers of a group paid, and what else they did.
 *
 * @param received cash as it came; what was taken back later is not taken off
 * @param daysPastDue the sum over that cash of amount times days past due at its value date
 * @param daysFromIssue likewise of the days since the invoice's issue
 * @param settled invoices settled by money
 * @param settledOnTime of these, those within the grace
 * @param promisesKept promises to pay that were
 * @param promisesBroken and those that were not
 * @param disputesEnded disputes that ended
 * @param disputeDays how long these took, together
 * @param opened invoices issued
 * @param unpriced of these, those whose amount is unknown: they are in no sum of money
 */
public record Conduct(
    BigDecimal received,
    BigDecimal daysPastDue,
    BigDecimal daysFromIssue,
    int settled,
    int settledOnTime,
    int promisesKept,
    int promisesBroken,
    int disputesEnded,
    int disputeDays,
    int opened,
    int unpriced) {
  public static final Conduct NONE =
      new Conduct(Turnover.ZERO, Turnover.ZERO, Turnover.ZERO, 0, 0, 0, 0, 0, 0, 0, 0);

  public Conduct {
    received = Turnover.exact(received);
    daysPastDue = Turnover.exact(daysPastDue);
    daysFromIssue = Turnover.exact(daysFromIssue);
  }

  Conduct plus(Conduct other) {
    return new Conduct(
        received.add(other.received),
        daysPastDue.add(other.daysPastDue),
        daysFromIssue.add(other.daysFromIssue),
        settled + other.settled,
        settledOnTime + other.settledOnTime,
        promisesKept + other.promisesKept,
        promisesBroken + other.promisesBroken,
        disputesEnded + other.disputesEnded,
        disputeDays + other.disputeDays,
        opened + other.opened,
        unpriced + other.unpriced);
  }

  static Conduct paid(BigDecimal amount, long daysPastDue, long daysFromIssue) {
    return new Conduct(
        amount,
        amount.multiply(BigDecimal.valueOf(daysPastDue)),
        amount.multiply(BigDecimal.valueOf(daysFromIssue)),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  static Conduct settled(int invoices, boolean isOnTime) {
    return counts(invoices, isOnTime ? invoices : 0, 0, 0, 0, 0, 0, 0);
  }

  static Conduct promise(boolean isKept) {
    return counts(0, 0, isKept ? 1 : 0, isKept ? 0 : 1, 0, 0, 0, 0);
  }

  static Conduct disputeEnded(int days) {
    return counts(0, 0, 0, 0, 1, days, 0, 0);
  }

  static Conduct opened(boolean isUnpriced) {
    return counts(0, 0, 0, 0, 0, 0, 1, isUnpriced ? 1 : 0);
  }

  private static Conduct counts(
      int settled, int onTime, int kept, int broken, int ended, int days, int opened, int unknown) {
    return new Conduct(
        Turnover.ZERO,
        Turnover.ZERO,
        Turnover.ZERO,
        settled,
        onTime,
        kept,
        broken,
        ended,
        days,
        opened,
        unknown);
  }
}
