package io.duecast.history;

import io.duecast.money.Money;
import io.duecast.receivable.Invoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invoices that a customer got.
 *
 * @param termDays the sum of their terms
 * @param firstOn the earliest issue date; null before the first
 * @param lastOn the latest issue date; null before the first
 * @param days the latest {@value #DAYS_KEPT} days of issue, in order: by number, not by age, so
 *     that one invoice dated far ahead does not push out the others
 * @param byCurrency their amounts; at most {@value #CURRENCIES}, what comes in further ones is not
 *     told
 */
public record IssueTally(
    int invoices,
    long termDays,
    @Nullable LocalDate firstOn,
    @Nullable LocalDate lastOn,
    List<IssueDay> days,
    List<AmountTally> byCurrency) {
  /** Days that count as of late. */
  public static final int WINDOW_DAYS = 90;

  static final int DAYS_KEPT = 128;

  static final int CURRENCIES = 8;
  static final IssueTally NONE = new IssueTally(0, 0, null, null, List.of(), List.of());

  public IssueTally {
    days = List.copyOf(days);
    byCurrency = List.copyOf(byCurrency);
  }

  IssueTally plus(Invoice invoice) {
    LocalDate on = invoice.issuedOn();
    LocalDate last = lastOn == null || on.isAfter(lastOn) ? on : lastOn;
    return new IssueTally(
        invoices + 1,
        termDays + invoice.termDays(),
        firstOn == null || on.isBefore(firstOn) ? on : firstOn,
        last,
        plusDay(on),
        plusAmount(invoice));
  }

  /** Without an invoice that was counted; the first day stays if not all days are kept. */
  IssueTally minus(Invoice invoice) {
    if (invoices <= 1) {
      return NONE;
    }
    List<IssueDay> rest = minusDay(invoice.issuedOn());
    boolean isWhole = days.stream().mapToInt(IssueDay::invoices).sum() == invoices;
    return new IssueTally(
        invoices - 1,
        termDays - invoice.termDays(),
        isWhole ? rest.getFirst().on() : firstOn,
        rest.getLast().on(),
        rest,
        minusAmount(invoice));
  }

  /** Invoices of one day; 0 of a day that is not kept. */
  public int on(LocalDate day) {
    for (int i = days.size() - 1; i >= 0; i--) {
      IssueDay known = days.get(i);
      int order = known.on().compareTo(day);
      if (order <= 0) {
        return order == 0 ? known.invoices() : 0;
      }
    }
    return 0;
  }

  /** Invoices of the {@value #WINDOW_DAYS} days up to and with a day. */
  public int lately(LocalDate upTo) {
    LocalDate after = upTo.minusDays(WINDOW_DAYS);
    int sum = 0;
    for (int i = days.size() - 1; i >= 0 && days.get(i).on().isAfter(after); i--) {
      IssueDay day = days.get(i);
      sum += day.on().isAfter(upTo) ? 0 : day.invoices();
    }
    return sum;
  }

  /** Mean amount in a currency; NaN if there was none. */
  public double meanAmount(String currency) {
    for (AmountTally tally : byCurrency) {
      if (tally.currency().equals(currency)) {
        return tally.sum() / tally.invoices();
      }
    }
    return Double.NaN;
  }

  private List<IssueDay> plusDay(LocalDate on) {
    List<IssueDay> all = new ArrayList<>(days);
    int at = all.size();
    while (at > 0 && all.get(at - 1).on().isAfter(on)) {
      at--;
    }
    if (at > 0 && all.get(at - 1).on().equals(on)) {
      all.set(at - 1, new IssueDay(on, all.get(at - 1).invoices() + 1));
    } else {
      all.add(at, new IssueDay(on, 1));
    }
    return all.size() > DAYS_KEPT ? all.subList(1, all.size()) : all;
  }

  private List<IssueDay> minusDay(LocalDate on) {
    return days.stream()
        .map(day -> day.on().equals(on) ? new IssueDay(on, day.invoices() - 1) : day)
        .filter(day -> day.invoices() > 0)
        .toList();
  }

  private List<AmountTally> minusAmount(Invoice invoice) {
    Money payable = invoice.payable();
    if (payable == null) {
      return byCurrency;
    }
    String currency = payable.currency().getCurrencyCode();
    return byCurrency.stream()
        .map(it -> it.currency().equals(currency) ? it.minus(payable.toDouble()) : it)
        .filter(it -> it.invoices() > 0)
        .toList();
  }

  private List<AmountTally> plusAmount(Invoice invoice) {
    if (invoice.payable() == null) {
      return byCurrency;
    }
    String currency = invoice.payable().currency().getCurrencyCode();
    double amount = invoice.payable().toDouble();
    List<AmountTally> all = new ArrayList<>(byCurrency);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).currency().equals(currency)) {
        all.set(i, all.get(i).plus(amount));
        return all;
      }
    }
    if (all.size() < CURRENCIES) {
      all.add(new AmountTally(currency, 1, amount));
    }
    return all;
  }
}
