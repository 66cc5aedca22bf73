package io.duecast.forecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a desk does as a week begins: it learns from the one before, and says what is to come. */
final class WeekBeginning {
  private static final int LONGEST_GAP_WEEKS = 53;

  /** So long a direct debit may be returned (SEPA), or an assessment come before its invoice. */
  private static final int REMEMBERED_WEEKS = 8;

  private final CashFiles files;
  private final int graceDays;

  WeekBeginning(CashFiles files, int graceDays) {
    this.files = files;
    this.graceDays = graceDays;
  }

  /** What is said on a day: of each week that began up to it, and was not told of yet. */
  SortedMap<LocalDate, List<CashPart>> on(LocalDate day) {
    LocalDate latest = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate told = files.tally().monday();
    if (told != null && !told.isBefore(latest)) {
      return Collections.emptySortedMap();
    }
    boolean isGap = told != null && !told.isBefore(latest.minusWeeks(LONGEST_GAP_WEEKS));
    SortedMap<LocalDate, List<CashPart>> parts = new TreeMap<>();
    LocalDate monday = isGap && told != null ? told.plusWeeks(1) : latest;
    for (; !monday.isAfter(latest); monday = monday.plusWeeks(1)) {
      learn(files.tally().monday());
      parts.put(monday, say(monday));
    }
    return parts;
  }

  /** From the week that is over: how customers went together, and what old debt did not come. */
  private void learn(@Nullable LocalDate over) {
    if (over == null) {
      return;
    }
    CashTally tally = files.tally();
    OldDebtPace old = OldDebtPace.UNKNOWN;
    for (CustomerId customer : files.customers()) {
      for (RunningWeek week : files.customer(customer).said()) {
        CurrencyWeek its = tally.week(week.came().currency());
        tally = tally.with(its.learning(week.said(), week.came()));
      }
      for (CashItem item : files.items(customer)) {
        boolean isForetold = item.isKnownBefore(over) && item.outlook(graceDays) != null;
        if (item.isOpen() && isForetold && item.isOldOn(over, graceDays)) {
          old = old.after(false);
        }
      }
    }
    files.put(tally.with(new CashLessons(IntervalPast.NONE, old, PromiseTally.NONE)));
  }

  private List<CashPart> say(LocalDate monday) {
    CashTally tally = files.tally();
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(monday);
    CashForecaster forecaster = new CashForecaster(weeks, tally.lessons());
    Map<String, CashPart> parts = new TreeMap<>();
    for (CurrencyWeek week : tally.weeks()) {
      Currency currency = week.currency();
      List<Money> none = Collections.nCopies(weeks.count(), Money.zero(currency));
      parts.put(
          currency.getCurrencyCode(),
          new CashPart(forecaster.nothing(currency), none, none, week.came(), week.togetherness()));
    }
    double meanOfAll = tally.delays().mean(0);
    for (CustomerId id : files.customers()) {
      CashCustomer customer = files.customer(id);
      List<OpenItem> items = openItems(id, monday);
      List<CashOutlook> outlooks = forecaster.outlooks(items, customer.promises());
      CashCustomer saying = customer.saying(outlooks);
      if (!saying.equals(customer)) {
        files.put(id, saying);
      }
      double mean = customer.delays().mean(meanOfAll);
      for (CashOutlook outlook : outlooks) {
        parts.merge(
            outlook.open().currency().getCurrencyCode(),
            part(outlook, items, mean),
            CashPart::plus);
      }
    }
    files.put(files.tally().beginning(monday));
    return List.copyOf(parts.values());
  }

  /** What is open; what has been closed for long is forgotten. */
  private List<OpenItem> openItems(CustomerId customer, LocalDate monday) {
    List<OpenItem> open = new ArrayList<>();
    for (CashItem item : files.items(customer)) {
      Outlook outlook = item.outlook(graceDays);
      Money balance = item.balance();
      if (item.isForgettable(monday.minusWeeks(REMEMBERED_WEEKS))) {
        files.forget(customer, item.invoice());
      } else if (balance != null
          && item.isOpen()
          && outlook != null
          && item.isKnownBefore(monday)) {
        open.add(new OpenItem(item.invoice(), balance, outlook, item.promisedOn()));
      }
    }
    return open;
  }

  private static CashPart part(CashOutlook outlook, List<OpenItem> items, double meanDelay) {
    Currency currency = outlook.open().currency();
    return new CashPart(
        outlook,
        naive(NaiveForecast.DUE_DATE, outlook.span(), currency, items, meanDelay),
        naive(NaiveForecast.CUSTOMER_DELAY, outlook.span(), currency, items, meanDelay),
        CurrencyWeek.of(currency).came(),
        Togetherness.UNKNOWN);
  }

  private static List<Money> naive(
      NaiveForecast rule,
      ForecastWeeks weeks,
      Currency currency,
      List<OpenItem> items,
      double meanDelay) {
    List<Money> sums = new ArrayList<>(Collections.nCopies(weeks.count(), Money.zero(currency)));
    for (OpenItem item : items) {
      int week = weeks.weekOf(rule.paidOn(item.outlook().dueOn(), weeks.asOf(), meanDelay));
      if (week < weeks.count() && item.balance().currency().equals(currency)) {
        sums.set(week, sums.get(week).plus(item.balance()));
      }
    }
    return sums;
  }
}
