package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * The cash to come from what is open, of one customer or of many, in one currency. What is expected
 * of the weeks and later is what is open, to the cent.
 *
 * @param later expected after the last week, or never
 * @param late of what falls due in the weeks, what comes after the week in which it does; what is
 *     overdue falls due in the first
 */
public record CashOutlook(
    ForecastWeeks span, Money open, List<WeekCash> weeks, Money later, WeekCash late) {
  public CashOutlook {
    weeks = List.copyOf(weeks);
    require(weeks.size() == span.count(), "%d weeks of %d", weeks.size(), span.count());
    Money sum = weeks.stream().map(WeekCash::expected).reduce(later, Money::plus);
    require(sum.equals(open), "%s is open, %s is expected in all", open, sum);
  }

  /** Of two groups of customers. */
  public CashOutlook plus(CashOutlook other) {
    require(span.equals(other.span), "%s and %s are not the same weeks", span, other.span);
    List<WeekCash> sums = new ArrayList<>();
    for (int week = 0; week < weeks.size(); week++) {
      sums.add(weeks.get(week).plus(other.weeks.get(week)));
    }
    return new CashOutlook(
        span, open.plus(other.open), sums, later.plus(other.later), late.plus(other.late));
  }
}
