package io.duecast.forecast;

import static io.duecast.check.Check.require;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The weeks of a forecast: ISO weeks, Monday to Sunday. The first is what is left of the week that
 * the as-of date is in, that day included.
 *
 * @param count from 1
 */
public record ForecastWeeks(LocalDate asOf, int count) {
  /** The weeks that a forecast usually has. */
  public static final int QUARTER = 13;

  public ForecastWeeks {
    require(count > 0, "%d weeks are no forecast", count);
  }

  /** The weeks of a quarter. */
  public static ForecastWeeks quarterFrom(LocalDate asOf) {
    return new ForecastWeeks(asOf, QUARTER);
  }

  /**
   * The first day of a week.
   *
   * @param week from 0
   */
  public LocalDate from(int week) {
    return week == 0 ? asOf : monday().plusWeeks(week);
  }

  /** The Sunday of a week. */
  public LocalDate to(int week) {
    return monday().plusWeeks(week).plusDays(6);
  }

  /** The week of a day; {@code count} if it is later than all of them, the first if it is over. */
  public int weekOf(LocalDate day) {
    if (day.isBefore(asOf)) {
      return 0;
    }
    long week = ChronoUnit.DAYS.between(monday(), day) / 7;
    return (int) Math.min(count, week);
  }

  private LocalDate monday() {
    return asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
