package io.duecast.risk;

import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;

/**
 * How a group of customers has paid so far: what the baseline knows of a segment, or of all.
 *
 * @param paid invoices paid; those written off are not among them
 * @param late of these
 * @param late1To30 of the late ones, by days past due beyond grace; the others likewise
 * @param daysPastDue the sum over the paid
 * @param squaredDaysPastDue the sum of the squares
 */
public record PortfolioTally(
    long paid,
    long late,
    long late1To30,
    long late31To60,
    long late61To90,
    long lateOver90,
    long daysPastDue,
    long squaredDaysPastDue) {
  public static final PortfolioTally NONE = new PortfolioTally(0, 0, 0, 0, 0, 0, 0, 0);

  /** Days past due beyond this count as this: one forgotten invoice is no forecast. */
  private static final int LONGEST_DAYS = 365;

  /** This tally and one more change; most changes leave it as it is. */
  public PortfolioTally after(ReceivableChanged changed, LabelPolicy policy) {
    if (changed.change() instanceof Change.Settled it) {
      return shifted(it.settlement(), policy, 1);
    }
    if (changed.change() instanceof Change.Reopened it && it.undone() != null) {
      return shifted(it.undone(), policy, -1);
    }
    return this;
  }

  private PortfolioTally shifted(Settlement settlement, LabelPolicy policy, int sign) {
    if (settlement.by() == SettledBy.CREDIT) {
      return this;
    }
    int days = Math.clamp(settlement.daysPastDue(), -LONGEST_DAYS, LONGEST_DAYS);
    int beyond = days - policy.graceDays();
    boolean isLate = policy.isLate(days);
    return new PortfolioTally(
        paid + sign,
        late + (isLate ? sign : 0),
        late1To30 + (isLate && beyond <= 30 ? sign : 0),
        late31To60 + (beyond > 30 && beyond <= 60 ? sign : 0),
        late61To90 + (beyond > 60 && beyond <= 90 ? sign : 0),
        lateOver90 + (beyond > 90 ? sign : 0),
        daysPastDue + (long) sign * days,
        squaredDaysPastDue + (long) sign * days * days);
  }
}
