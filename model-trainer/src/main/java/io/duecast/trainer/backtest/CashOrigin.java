package io.duecast.trainer.backtest;

import io.duecast.customer.CustomerId;
import io.duecast.forecast.BandCalibration;
import io.duecast.forecast.CashForecast;
import io.duecast.forecast.CashForecaster;
import io.duecast.forecast.CashLessons;
import io.duecast.forecast.CashOutlook;
import io.duecast.forecast.ForecastWeek;
import io.duecast.forecast.ForecastWeeks;
import io.duecast.forecast.IntervalPast;
import io.duecast.forecast.NaiveForecast;
import io.duecast.forecast.OldDebtPace;
import io.duecast.forecast.OpenItem;
import io.duecast.forecast.PromiseTally;
import io.duecast.forecast.Togetherness;
import io.duecast.forecast.WeekCash;
import io.duecast.label.Fate;
import io.duecast.label.Outcome;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What was open of one currency when a day began, and what was forecast of it. */
final class CashOrigin {
  /** An invoice that was open, with the due date in force. */
  private record Open(CashCase of, Outcome known) {}

  /** Days past due of what was paid. */
  private record Delay(long invoices, long days) {
    static final Delay NONE = new Delay(0, 0);

    Delay plus(int daysPastDue) {
      return new Delay(invoices + 1, days + daysPastDue);
    }

    double mean() {
      return invoices == 0 ? 0 : (double) days / invoices;
    }
  }

  private final ForecastWeeks weeks;
  private final int graceDays;
  private final Currency currency;
  private final Map<CustomerId, List<Open>> open = new TreeMap<>(CashOrigin::byId);
  private final Map<CustomerId, CashOutlook> outlooks = new HashMap<>();
  private final Map<CustomerId, Delay> delays = new HashMap<>();
  private Delay delay = Delay.NONE;
  private List<ForecastWeek> said = List.of();
  private List<ForecastWeek> uncalibrated = List.of();
  private List<ForecastWeek> apart = List.of();

  /**
   * @param cases in that currency
   * @param moment in which the day began; nothing later is known
   */
  CashOrigin(
      ForecastWeeks weeks, int graceDays, Currency currency, List<CashCase> cases, Instant moment) {
    this.weeks = weeks;
    this.graceDays = graceDays;
    this.currency = currency;
    for (CashCase it : cases) {
      Outcome known = it.invoice().outcomeBefore(moment);
      if (known != null && known.fate() == Fate.OPEN) {
        open.computeIfAbsent(it.invoice().customer(), c -> new ArrayList<>())
            .add(new Open(it, known));
      } else if (known != null && known.fate() == Fate.PAID) {
        delays.merge(
            it.invoice().customer(),
            Delay.NONE.plus(known.daysPastDue()),
            (a, b) -> new Delay(a.invoices() + b.invoices(), a.days() + b.days()));
        delay = delay.plus(known.daysPastDue());
      }
    }
  }

  private static int byId(CustomerId a, CustomerId b) {
    return a.value().compareTo(b.value());
  }

  ForecastWeeks weeks() {
    return weeks;
  }

  private CashOutlook outlook(CashLessons past) {
    CashForecaster forecaster = new CashForecaster(weeks, past);
    CashOutlook sum = forecaster.nothing(currency);
    for (Map.Entry<CustomerId, List<Open>> customer : open.entrySet()) {
      List<OpenItem> items = customer.getValue().stream().map(this::item).toList();
      CashOutlook outlook = forecaster.outlooks(items, PromiseTally.NONE).getFirst();
      outlooks.put(customer.getKey(), outlook);
      sum = sum.plus(outlook);
    }
    return sum;
  }

  private OpenItem item(Open it) {
    return new OpenItem(
        it.of().invoice().id(), it.of().payable(), it.of().outlook(it.known(), graceDays), null);
  }

  /** What came in a week of what was open, as known just before a moment. */
  Money came(int week, Instant moment) {
    return open.values().stream()
        .map(it -> came(it, week, moment))
        .reduce(Money.zero(currency), Money::plus);
  }

  private Money came(List<Open> theirs, int week, Instant moment) {
    Money sum = Money.zero(currency);
    for (Open it : theirs) {
      LocalDate paidOn = it.of().paidOn(moment);
      if (paidOn != null && weeks.weekOf(paidOn) == week) {
        sum = sum.plus(it.of().payable());
      }
    }
    return sum;
  }

  private Money naive(NaiveForecast naive, int week) {
    Money sum = Money.zero(currency);
    for (Map.Entry<CustomerId, List<Open>> customer : open.entrySet()) {
      double mean = delays.getOrDefault(customer.getKey(), delay).mean();
      for (Open it : customer.getValue()) {
        LocalDate day = naive.paidOn(it.known().dueOn(), weeks.asOf(), mean);
        sum = weeks.weekOf(day) == week ? sum.plus(it.of().payable()) : sum;
      }
    }
    return sum;
  }

  /** How far the customers' invoices went together in the first week, which is over. */
  Togetherness togetherness(Instant moment) {
    Togetherness learned = Togetherness.UNKNOWN;
    for (Map.Entry<CustomerId, List<Open>> customer : open.entrySet()) {
      CashOutlook outlook = Objects.requireNonNull(outlooks.get(customer.getKey()));
      WeekCash said = outlook.weeks().getFirst();
      learned = learned.after(said, came(customer.getValue(), 0, moment));
    }
    outlooks.clear(); // of no more use; there may be many customers and Mondays
    return learned;
  }

  /** What the first week, which is over, teaches about when invoices are paid. */
  CashLessons lessons(Instant moment) {
    IntervalPast intervals = IntervalPast.NONE;
    OldDebtPace oldDebt = OldDebtPace.UNKNOWN;
    for (List<Open> theirs : open.values()) {
      for (Open it : theirs) {
        LocalDate paidOn = it.of().paidOn(moment);
        if (paidOn != null) {
          intervals = intervals.after(it.of().outlook(it.known(), graceDays), paidOn);
        }
        long age = ChronoUnit.DAYS.between(it.known().dueOn(), weeks.asOf());
        if (age > OldDebtPace.OLD_DAYS + graceDays) {
          oldDebt = oldDebt.after(paidOn != null);
        }
      }
    }
    return new CashLessons(intervals, oldDebt, PromiseTally.NONE);
  }

  /** Forecasts all weeks, thrice: as it is done, and without what the past teaches of bands. */
  void forecast(CashLessons past, Togetherness togetherness, BandCalibration calibration) {
    CashOutlook outlook = outlook(past);
    BandCalibration none = BandCalibration.none(weeks.count());
    said = CashForecast.of(outlook, togetherness, calibration).weeks();
    uncalibrated = CashForecast.of(outlook, togetherness, none).weeks();
    apart = CashForecast.of(outlook, Togetherness.APART, none).weeks();
  }

  /** What was said of a week. */
  ForecastWeek said(int week) {
    return said.get(week);
  }

  /** What was said of a week, beside what came of it. */
  CashWeek week(int week, Instant moment) {
    return new CashWeek(
        weeks.asOf(),
        week,
        said.get(week),
        uncalibrated.get(week),
        apart.get(week),
        came(week, moment),
        naive(NaiveForecast.DUE_DATE, week),
        naive(NaiveForecast.CUSTOMER_DELAY, week));
  }
}
