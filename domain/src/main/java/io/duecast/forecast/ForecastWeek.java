package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import java.time.LocalDate;

/**
 * A week of a forecast.
 *
 * @param from the first day
 * @param to the last day, a Sunday
 * @param expected the mean
 * @param p10 as much or less comes with a probability of a tenth; {@code p10} to {@code p90} is the
 *     band of 80 %
 */
public record ForecastWeek(
    LocalDate from, LocalDate to, Money expected, Money p10, Money p50, Money p90) {
  public ForecastWeek {
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
