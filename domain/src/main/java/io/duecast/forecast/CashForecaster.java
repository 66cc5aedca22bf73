package io.duecast.forecast;

import io.duecast.money.Money;
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
          .add(item.balance(), shares(item, keptRate));
    }
    return byCurrency.values().stream().map(CustomerSums::outlook).toList();
  }

  /** What a customer that owes nothing in a currency will pay. */
  public CashOutlook nothing(Currency currency) {
    Money zero = Money.zero(currency);
    WeekCash none = new WeekCash(zero, 0, 0, 0, 0);
    return new CashOutlook(weeks, zero, Collections.nCopies(weeks.count(), none), zero);
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
    private final double[] expected = new double[weeks.count() + 1];
    private final double[] variance = new double[weeks.count()];
    private final double[] deviation = new double[weeks.count()];
    private final double[] logNone = new double[weeks.count()];
    private final double[] likeliest = new double[weeks.count()];
    private Money open;

    CustomerSums(Currency currency) {
      open = Money.zero(currency);
    }

    void add(Money balance, WeekShares shares) {
      double amount = balance.toDouble();
      open = open.plus(balance);
      for (int week = 0; week < weeks.count(); week++) {
        double p = Math.min(1, Math.max(0, shares.of(week)));
        double deviates = amount * Math.sqrt(p * (1 - p));
        expected[week] += amount * p;
        variance[week] += deviates * deviates;
        deviation[week] += deviates;
        logNone[week] += Math.log1p(-p);
        likeliest[week] = Math.max(likeliest[week], p);
      }
      expected[weeks.count()] += amount * shares.later();
    }

    CashOutlook outlook() {
      List<Money> parts = MoneySplit.of(open, expected);
      List<WeekCash> cash = new ArrayList<>();
      for (int week = 0; week < weeks.count(); week++) {
        cash.add(
            new WeekCash(
                parts.get(week),
                variance[week],
                deviation[week] * deviation[week],
                logNone[week],
                Math.log1p(-likeliest[week])));
      }
      return new CashOutlook(weeks, open, cash, parts.get(weeks.count()));
    }
  }
}
