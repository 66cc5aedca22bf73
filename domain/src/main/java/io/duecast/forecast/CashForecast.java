package io.duecast.forecast;

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
 * @param liquidityReserve of what falls due in the weeks, as much or less comes after the week in
 *     which it does with a probability of nine tenths; what is overdue falls due in the first
 */
public record CashForecast(
    LocalDate asOf, Money open, List<ForecastWeek> weeks, Money later, Money liquidityReserve) {
  private static final double LOW = 0.1;
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.9;

  public CashForecast {
    weeks = List.copyOf(weeks);
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
    List<ForecastWeek> weeks = new ArrayList<>();
    for (int week = 0; week < span.count(); week++) {
      WeekCash cash = outlook.weeks().get(week);
      WeekTotal total = cash.total(togetherness);
      double middle = total.quantile(MIDDLE);
      double low = calibration.low(week, middle, total.quantile(LOW));
      double high = calibration.high(week, middle, total.quantile(HIGH));
      Money most = outlook.open();
      weeks.add(
          new ForecastWeek(
              span.from(week),
              span.to(week),
              cash.expected(),
              money(low, most),
              money(middle, most),
              money(high, most)));
    }
    double late = outlook.late().total(togetherness).quantile(HIGH);
    return new CashForecast(
        span.asOf(), outlook.open(), weeks, outlook.later(), money(late, outlook.open()));
  }

  /** In whole minor units; not more than is open. */
  private static Money money(double amount, Money most) {
    Money one = new Money(BigDecimal.ONE, most.currency());
    return amount >= most.toDouble() ? most : one.times(amount).min(most);
  }
}
