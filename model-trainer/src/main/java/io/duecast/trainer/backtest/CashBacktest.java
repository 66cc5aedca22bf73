package io.duecast.trainer.backtest;

import io.duecast.forecast.BandCalibration;
import io.duecast.forecast.CashLessons;
import io.duecast.forecast.ForecastWeek;
import io.duecast.forecast.ForecastWeeks;
import io.duecast.forecast.Togetherness;
import io.duecast.money.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Forecasts the cash of a backtest from each of its Mondays, by what was said at issue and what was
 * known that morning. For a quarter before the first test day it forecasts by the rule alone, as a
 * company without a model does; that is learned from, and not counted.
 */
final class CashBacktest {
  private static final int WARM_UP_WEEKS = 13;

  private final BacktestResult result;

  private CashBacktest(BacktestResult result) {
    this.result = result;
  }

  /** All weeks that were over, forecast from all Mondays from the first test day on. */
  static List<CashWeek> of(BacktestResult result) {
    CashBacktest backtest = new CashBacktest(result);
    List<CashWeek> weeks = new ArrayList<>();
    backtest.cases().forEach((code, it) -> weeks.addAll(backtest.weeks(code, it)));
    return weeks;
  }

  private Map<String, List<CashCase>> cases() {
    Map<String, PredictionRow> said = new HashMap<>();
    result.rows().forEach(it -> said.put(it.invoiceId(), it));
    Map<String, List<CashCase>> byCurrency = new TreeMap<>();
    result.book().invoices().stream()
        .filter(it -> it.issuedOn().isBefore(result.asOf()))
        .forEach(
            it -> {
              Money payable = it.invoice().payable();
              if (payable != null) {
                byCurrency
                    .computeIfAbsent(
                        payable.currency().getCurrencyCode(), code -> new ArrayList<>())
                    .add(CashCase.of(it, payable, said.get(it.id().value())));
              }
            });
    return byCurrency;
  }

  private List<CashWeek> weeks(String code, List<CashCase> cases) {
    Learned learned = new Learned();
    List<CashOrigin> origins = new ArrayList<>();
    for (LocalDate monday : mondays()) {
      learned.hear(origins, begins(monday));
      CashOrigin origin =
          new CashOrigin(
              ForecastWeeks.quarterFrom(monday),
              result.settings().policy().graceDays(),
              Money.currencyOf(code),
              cases,
              begins(monday));
      origin.forecast(learned.past, learned.togetherness, learned.calibration);
      origins.add(origin);
    }
    return origins.stream()
        .filter(it -> !it.weeks().asOf().isBefore(result.firstTestDay()))
        .flatMap(this::ended)
        .toList();
  }

  private Stream<CashWeek> ended(CashOrigin origin) {
    return IntStream.range(0, origin.weeks().count())
        .filter(week -> origin.weeks().to(week).isBefore(result.asOf()))
        .mapToObj(week -> origin.week(week, begins(result.asOf())));
  }

  private List<LocalDate> mondays() {
    LocalDate first =
        result
            .firstTestDay()
            .minusWeeks(WARM_UP_WEEKS)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return first
        .datesUntil(result.asOf())
        .filter(it -> it.getDayOfWeek() == DayOfWeek.MONDAY)
        .toList();
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(result.book().zone()).toInstant();
  }

  /** What weeks that are over have taught. */
  private static final class Learned {
    private CashLessons past = CashLessons.NONE;
    private Togetherness togetherness = Togetherness.UNKNOWN;
    private BandCalibration calibration = BandCalibration.none(ForecastWeeks.QUARTER);

    /** The week before is over now; each origin spoke of it from further away. */
    void hear(List<CashOrigin> origins, Instant now) {
      if (origins.isEmpty()) {
        return;
      }
      togetherness = togetherness.plus(origins.getLast().togetherness(now));
      past = past.plus(origins.getLast().lessons(now));
      for (int week = 0; week < Math.min(origins.size(), ForecastWeeks.QUARTER); week++) {
        CashOrigin origin = origins.get(origins.size() - 1 - week);
        Money came = origin.came(week, now);
        ForecastWeek said = origin.said(week);
        calibration = calibration.after(week, said.isBelow(came), said.isAbove(came));
      }
    }
  }
}
