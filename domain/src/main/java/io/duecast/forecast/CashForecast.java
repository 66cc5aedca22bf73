package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The cash that is expected from open invoices, week by week, with bands; in one currency.
 *
 * @param open what is open, all weeks and later together
 * @param later expected after the last week, or never
 */
public record CashForecast(LocalDate asOf, Money open, List<Week> weeks, Money later) {
  private static final double LOW = 0.1;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.9;

  public CashForecast {
    weeks = List.copyOf(weeks);
  }

  /**
   * A week of a forecast.
   *
   * @param from the first day
   * @param to the last day, a Sunday
   * @param expected the mean
   * @param p10 as much or less comes with a probability of a tenth; {@code p10} to {@code p90} is
   *     the band of 80 %
   */
  public record Week(
      LocalDate from, LocalDate to, Money expected, Money p10, Money p50, Money p90) {
    public Week {
      require(
          p10.compareTo(p50) <= 0 && p50.compareTo(p90) <= 0,
          "[%s, %s, %s] is no band",
          p10,
          p50,
          p90);
    }

    public boolean covers(Money came) {
      return !isBelow(came) && !isAbove(came);
    }

    /** Whether an amount is less than the band. */
    public boolean isBelow(Money came) {
      return came.compareTo(p10) < 0;
    }

    /** Whether an amount is more than the band. */
    public boolean isAbove(Money came) {
      return came.compareTo(p90) > 0;
    }
  }

  /**
   * The forecast that an outlook over all customers gives.
   *
   * @param togetherness learned from weeks that are over
   * @param calibration likewise, of this currency
   */
  public static CashForecast of(
      CashOutlook outlook, Togetherness togetherness, BandCalibration calibration) {
    ForecastWeeks span = outlook.span();
    List<Week> weeks = new ArrayList<>();
    for (int week = 0; week < span.count(); week++) {
      WeekCash cash = outlook.weeks().get(week);
      WeekTotal total = cash.total(togetherness);
      double middle = total.quantile(MIDDLE);
      double low = calibration.low(week, middle, total.quantile(LOW));
      double high = calibration.high(week, middle, total.quantile(HIGH));
      Money most = outlook.open();
      weeks.add(
          new Week(
              span.from(week),
              span.to(week),
              cash.expected(),
              money(low, most),
              money(middle, most),
              money(high, most)));
    }
    return new CashForecast(span.asOf(), outlook.open(), weeks, outlook.later());
  }

  /** In whole minor units; not more than is open. */
  private static Money money(double amount, Money most) {
    Money one = new Money(BigDecimal.ONE, most.currency());
    return amount >= most.toDouble() ? most : one.times(amount).min(most);
  }
}
