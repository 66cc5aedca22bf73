package io.duecast.outcome;

import static io.duecast.check.Check.require;

/**
 * What counts as late.
 *
 * @param graceDays days past due that are still forgiven; not negative
 */
public record LabelPolicy(int graceDays) {
  /** Three days: what a bank transfer over a week-end takes. */
  public static final LabelPolicy DEFAULT = new LabelPolicy(3);

  public LabelPolicy {
    require(graceDays >= 0, "%d grace days are negative", graceDays);
  }

  /** Whether an invoice that was, or still is not, paid so many days past due is late. */
  public boolean isLate(int daysPastDue) {
    return daysPastDue > graceDays;
  }
}
