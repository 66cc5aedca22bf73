package io.duecast.forecast;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Forecasts the cash from the open invoices of a customer: those that are issued by the as-of date,
 * and no others. What will be sold later brings cash too, and is not in it.
 */
public final class CashForecaster {
  private final ForecastWeeks weeks;
  private final CashLessons past;

  public CashForecaster(ForecastWeeks weeks, CashLessons past) {
    this.weeks = weeks;
    this.past = past;
  }

  /**
   * What one customer will pay, one outlook for each currency in the order of their codes.
   *
   * @param items all that it owes
   * @param own what became of its promises so far
   */
  public List<CashOutlook> outlooks(Collection<OpenItem> items, PromiseTally own) {
    double keptRate = own.keptRate(past.promises());
    Map<String, CustomerSums> byCurrency = new TreeMap<>();
    for (OpenItem item : items) {
      Currency currency = item.balance().currency();
      byCurrency
          .computeIfAbsent(currency.getCurrencyCode(), it -> new CustomerSums(currency))
          .add(item, shares(item, keptRate));
    }
    return byCurrency.values().stream().map(CustomerSums::outlook).toList();
  }

  /** What a customer that owes nothing in a currency will pay. */
  public CashOutlook nothing(Currency currency) {
    Money zero = Money.zero(currency);
    WeekCash none = new WeekCash(zero, 0, 0, 0, 0);
    return new CashOutlook(weeks, zero, Collections.nCopies(weeks.count(), none), zero, none);
  }

  private WeekShares shares(OpenItem item, double keptRate) {
    PaymentDistribution distribution = PaymentDistribution.of(item.outlook(), past);
    LocalDate promisedOn = item.promisedOn();
    return promisedOn == null
        ? distribution.unpaidAt(weeks)
        : distribution.promised(weeks, promisedOn, keptRate);
  }

  /** One customer, one currency, invoice by invoice. */
  private final class CustomerSums {
    private final List<CashSum> byWeek = new ArrayList<>();
    private final CashSum late = new CashSum();
    private Money open;
    private double later;

    CustomerSums(Currency currency) {
      open = Money.zero(currency);
      for (int week = 0; week < weeks.count(); week++) {
        byWeek.add(new CashSum());
      }
    }

    void add(OpenItem item, WeekShares shares) {
      double amount = item.balance().toDouble();
      open = open.plus(item.balance());
      for (int week = 0; week < weeks.count(); week++) {
        byWeek.get(week).add(amount, shares.of(week));
      }
      later += amount * shares.later();
      int dueWeek = weeks.weekOf(item.outlook().dueOn());
      if (dueWeek < weeks.count()) {
        late.add(amount, shares.after(dueWeek));
      }
    }

    CashOutlook outlook() {
      double[] expected = new double[weeks.count() + 1];
      for (int week = 0; week < weeks.count(); week++) {
        expected[week] = byWeek.get(week).expected();
      }
      expected[weeks.count()] = later;
      List<Money> parts = MoneySplit.of(open, expected);
      List<WeekCash> cash = new ArrayList<>();
      for (int week = 0; week < weeks.count(); week++) {
        cash.add(byWeek.get(week).cash(parts.get(week)));
      }
      Money one = new Money(BigDecimal.ONE, open.currency());
      Money expectedLate = one.times(late.expected()).min(open);
      return new CashOutlook(weeks, open, cash, parts.get(weeks.count()), late.cash(expectedLate));
    }
  }
}
