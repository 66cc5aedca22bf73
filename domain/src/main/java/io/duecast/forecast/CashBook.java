package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The forecasts of one currency, Monday by Monday, and how good they turned out to be.
 *
 * @param past the forecasts that speak of weeks which are not over, the latest first
 * @param calibration learned from those that are
 */
public record CashBook(List<CashStatement> past, BandCalibration calibration) {
  public static final CashBook NEW =
      new CashBook(List.of(), BandCalibration.none(ForecastWeeks.QUARTER));

  public CashBook {
    past = List.copyOf(past);
  }

  /**
   * What follows from all parts of a Monday: the book, with the new statement on top.
   *
   * @param at when that day began
   * @param replayed true if it is history
   */
  public CashBook after(CashPart all, Instant at, boolean replayed) {
    require(
        past.isEmpty() || past.getFirst().forecast().asOf().isBefore(all.monday()),
        "%s is told again",
        all.monday());
    BandCalibration learned = calibration;
    List<EndedWeek> ended = new ArrayList<>();
    for (CashStatement statement : past) {
      long away = ChronoUnit.WEEKS.between(statement.forecast().asOf(), all.monday()) - 1;
      if (away < ForecastWeeks.QUARTER) {
        EndedWeek week = statement.ended((int) away, all.came().get((int) away));
        Money came = week.came();
        learned = learned.after((int) away, week.said().isBelow(came), week.said().isAbove(came));
        ended.add(week);
      }
    }
    CashForecast forecast = CashForecast.of(all.outlook(), all.togetherness(), learned);
    List<CashStatement> more = new ArrayList<>();
    more.add(new CashStatement(forecast, all.dueDate(), all.customerDelay(), ended, at, replayed));
    more.addAll(past.subList(0, Math.min(past.size(), ForecastWeeks.QUARTER - 1)));
    return new CashBook(more, learned);
  }

  /** The statement made last. */
  public CashStatement latest() {
    return past.getFirst();
  }
}
