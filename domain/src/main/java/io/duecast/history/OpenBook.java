package io.duecast.history;

import io.duecast.money.Money;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owes, as totals by due date and currency: bounded whatever the number of open
 * invoices.
 *
 * @param items in order of due date, then currency; at most {@value #LIMIT}: beyond that the two
 *     earliest of a currency become one
 */
public record OpenBook(List<OpenItems> items) {
  static final int LIMIT = 1024;
  static final OpenBook EMPTY = new OpenBook(List.of());

  public OpenBook {
    items = List.copyOf(items);
  }

  /** This book with an invoice moved from one standing to another. */
  OpenBook moved(@Nullable Standing before, Standing after) {
    boolean was = before != null && before.isOpen();
    boolean is = after.isOpen();
    if (!was && !is) {
      return this;
    }
    List<OpenItems> all = new ArrayList<>(items);
    if (before != null && was) {
      shift(all, before, -1);
    }
    if (is) {
      shift(all, after, 1);
    }
    return new OpenBook(all);
  }

  /** This book without an invoice that is in it with a standing. */
  OpenBook without(Standing standing) {
    if (!standing.isOpen()) {
      return this;
    }
    List<OpenItems> all = new ArrayList<>(items);
    shift(all, standing, -1);
    return new OpenBook(all);
  }

  private static void shift(List<OpenItems> all, Standing standing, int sign) {
    Money balance = standing.balance();
    String currency = balance == null ? null : balance.currency().getCurrencyCode();
    BigDecimal open = balance == null ? BigDecimal.ZERO : balance.amount().max(BigDecimal.ZERO);
    BigDecimal amount = sign > 0 ? open : open.negate();
    int at = find(all, standing.dueOn(), currency, sign < 0);
    if (at >= 0) {
      OpenItems known = all.get(at);
      int invoices = known.invoices() + sign;
      BigDecimal left = known.amount().add(amount);
      if (invoices == 0) {
        all.remove(at);
        carry(all, at, currency, left);
      } else {
        all.set(at, new OpenItems(known.dueOn(), currency, invoices, left));
      }
    } else if (sign > 0) {
      all.add(-at - 1, new OpenItems(standing.dueOn(), currency, 1, amount));
      mergeIfTooMany(all);
    }
  }

  /**
   * After a merge, two invoices of one due date may stand in two places, and the one that goes be
   * taken for the other: what that leaves of its amount belongs to the other's place.
   */
  private static void carry(
      List<OpenItems> all, int from, @Nullable String currency, BigDecimal left) {
    for (int i = from; left.signum() != 0 && i < all.size(); i++) {
      OpenItems next = all.get(i);
      if (Objects.equals(next.currency(), currency)) {
        BigDecimal amount = next.amount().add(left);
        all.set(i, new OpenItems(next.dueOn(), currency, next.invoices(), amount));
        return;
      }
    }
  }

  /** The place of a due date, or -(where it belongs) - 1; a merged one is found at the next. */
  private static int find(
      List<OpenItems> all, LocalDate dueOn, @Nullable String currency, boolean orLater) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(all.get(middle), dueOn, currency) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < all.size() && compare(all.get(low), dueOn, currency) == 0) {
      return low;
    }
    for (int i = low; orLater && i < all.size(); i++) {
      if (Objects.equals(all.get(i).currency(), currency)) {
        return i;
      }
    }
    return -low - 1;
  }

  private static int compare(OpenItems item, LocalDate dueOn, @Nullable String currency) {
    int byDate = item.dueOn().compareTo(dueOn);
    return byDate != 0 ? byDate : key(item.currency()).compareTo(key(currency));
  }

  private static String key(@Nullable String currency) {
    return currency == null ? "" : currency;
  }

  private static void mergeIfTooMany(List<OpenItems> all) {
    for (int i = 0; all.size() > LIMIT && i < all.size(); i++) {
      OpenItems first = all.get(i);
      for (int j = i + 1; j < all.size(); j++) {
        OpenItems next = all.get(j);
        if (Objects.equals(first.currency(), next.currency())) {
          all.set(
              j,
              new OpenItems(
                  next.dueOn(),
                  next.currency(),
                  first.invoices() + next.invoices(),
                  first.amount().add(next.amount())));
          all.remove(i);
          return;
        }
      }
    }
  }

  public int invoices() {
    int sum = 0;
    for (OpenItems item : items) {
      sum += item.invoices();
    }
    return sum;
  }

  /** Open invoices that were due before a day. */
  public int dueBefore(LocalDate day) {
    int sum = 0;
    for (OpenItems item : items) {
      if (!item.dueOn().isBefore(day)) {
        break;
      }
      sum += item.invoices();
    }
    return sum;
  }

  /**
   * Open invoices that are due on a day; in places that were merged, those of the days before too.
   */
  public int dueOn(LocalDate day) {
    int sum = 0;
    for (OpenItems item : items) {
      if (item.dueOn().isAfter(day)) {
        break;
      }
      sum += item.dueOn().equals(day) ? item.invoices() : 0;
    }
    return sum;
  }

  /** What is open in a currency. */
  public double amount(String currency) {
    return amountDueBefore(LocalDate.MAX, currency);
  }

  /** What is open in a currency of invoices that were due before a day. */
  public double amountDueBefore(LocalDate day, String currency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (OpenItems item : items) {
      if (!item.dueOn().isBefore(day)) {
        break;
      }
      if (currency.equals(item.currency())) {
        sum = sum.add(item.amount());
      }
    }
    return sum.doubleValue();
  }

  /** The earliest due date of an open invoice; null if there is none. */
  public @Nullable LocalDate earliestDueOn() {
    return items.isEmpty() ? null : items.getFirst().dueOn();
  }
}
