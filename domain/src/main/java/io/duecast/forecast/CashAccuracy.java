package io.duecast.forecast;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How good forecasts turned out to be, in one currency.
 *
 * @param weeks forecasts of a week that are over
 * @param covered how many of them came within the band
 * @param came the cash of those weeks
 * @param missed what the means strayed from it, summed
 * @param missedByDueDate likewise, had each invoice been expected on its due date
 * @param missedByDelay likewise, as late as its customer was on average
 */
public record CashAccuracy(
    int weeks,
    int covered,
    BigDecimal came,
    BigDecimal missed,
    BigDecimal missedByDueDate,
    BigDecimal missedByDelay) {
  public static final CashAccuracy NONE =
      new CashAccuracy(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** With one more forecast. */
  public CashAccuracy after(EndedWeek week) {
    return new CashAccuracy(
        weeks + 1,
        covered + (week.said().covers(week.came()) ? 1 : 0),
        came.add(week.came().amount()),
        missed.add(strayed(week.said().expected(), week.came())),
        missedByDueDate.add(strayed(week.dueDate(), week.came())),
        missedByDelay.add(strayed(week.customerDelay(), week.came())));
  }

  private static BigDecimal strayed(Money said, Money came) {
    return said.minus(came).amount().abs();
  }

  /** Weighted absolute percentage error: the errors over what came; null if nothing came. */
  public @Nullable BigDecimal wape() {
    return ofCame(missed);
  }

  /** That of the forecast by due date. */
  public @Nullable BigDecimal wapeByDueDate() {
    return ofCame(missedByDueDate);
  }

  /** That of the forecast by the customer's delay. */
  public @Nullable BigDecimal wapeByDelay() {
    return ofCame(missedByDelay);
  }

  /** The share of weeks within the band, of 0.8 in the long run; null without a week. */
  public @Nullable BigDecimal coverage() {
    return weeks == 0
        ? null
        : BigDecimal.valueOf(covered).divide(BigDecimal.valueOf(weeks), MathContext.DECIMAL32);
  }

  private @Nullable BigDecimal ofCame(BigDecimal error) {
    return came.signum() <= 0 ? null : error.divide(came, MathContext.DECIMAL32);
  }
}
