package io.duecast.forecast;

import io.duecast.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a customer to forecast its cash.
 *
 * @param said what was expected of the week that runs, and what has come of it, by currency
 */
public record CashCustomer(PromiseTally promises, DelayTally delays, List<RunningWeek> said) {
  /** One of which nothing was heard. */
  public static final CashCustomer NONE =
      new CashCustomer(PromiseTally.NONE, DelayTally.NONE, List.of());

  public CashCustomer {
    said = List.copyOf(said);
  }

  CashCustomer promised(boolean isKept) {
    return new CashCustomer(promises.plus(new PromiseTally(isKept ? 1 : 0, 1)), delays, said);
  }

  CashCustomer settled(int daysPastDue, int count) {
    return new CashCustomer(promises, delays.plus(daysPastDue, count), said);
  }

  /** Money came, or was taken back, of what was open as the week began. */
  CashCustomer paid(Money amount) {
    List<RunningWeek> all = new ArrayList<>();
    for (RunningWeek week : said) {
      boolean isIts = week.came().currency().equals(amount.currency());
      all.add(isIts ? new RunningWeek(week.said(), week.came().plus(amount)) : week);
    }
    return new CashCustomer(promises, delays, all);
  }

  CashCustomer saying(List<CashOutlook> outlooks) {
    return new CashCustomer(
        promises,
        delays,
        outlooks.stream()
            .map(it -> new RunningWeek(it.weeks().getFirst(), Money.zero(it.open().currency())))
            .toList());
  }
}
