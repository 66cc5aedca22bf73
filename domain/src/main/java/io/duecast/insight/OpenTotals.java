package io.duecast.insight;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Open receivables as totals by due date: as many as there are due dates with something open,
 * whatever the number of invoices.
 *
 * @param dues in order of due date
 */
public record OpenTotals(List<DueTotal> dues) {
  public static final OpenTotals NONE = new OpenTotals(List.of());

  public OpenTotals {
    dues = List.copyOf(dues);
  }

  /** These totals with more, or with less, of one due date. */
  OpenTotals plus(LocalDate dueOn, int invoices, BigDecimal amount) {
    if (invoices == 0 && amount.signum() == 0) {
      return this;
    }
    List<DueTotal> all = new ArrayList<>(dues);
    int at = find(dueOn);
    if (at < 0) {
      all.add(-at - 1, new DueTotal(dueOn, invoices, amount));
      return new OpenTotals(all);
    }
    DueTotal known = all.get(at);
    int left = known.invoices() + invoices;
    BigDecimal sum = known.amount().add(amount);
    if (left == 0) {
      require(sum.signum() == 0, "due %s: %s is left of no invoice", dueOn, sum);
      all.remove(at);
    } else {
      all.set(at, new DueTotal(dueOn, left, sum));
    }
    return new OpenTotals(all);
  }

  OpenTotals plus(OpenTotals other) {
    OpenTotals sum = this;
    for (DueTotal due : other.dues) {
      sum = sum.plus(due.dueOn(), due.invoices(), due.amount());
    }
    return sum;
  }

  OpenTotals minus(OpenTotals other) {
    OpenTotals rest = this;
    for (DueTotal due : other.dues) {
      rest = rest.plus(due.dueOn(), -due.invoices(), due.amount().negate());
    }
    return rest;
  }

  /** What is open in all. */
  BigDecimal amount() {
    return dues.stream().map(DueTotal::amount).reduce(Turnover.ZERO, BigDecimal::add);
  }

  int invoices() {
    return dues.stream().mapToInt(DueTotal::invoices).sum();
  }

  /** What is open at the end of a day in each ageing bucket, in their order. */
  List<AgingTotal> aged(LocalDate on) {
    List<AgingTotal> totals =
        new ArrayList<>(Collections.nCopies(AgingBucket.values().length, AgingTotal.NONE));
    for (DueTotal due : dues) {
      int at = AgingBucket.of(ChronoUnit.DAYS.between(due.dueOn(), on)).place();
      totals.set(at, totals.get(at).plus(new AgingTotal(due.invoices(), due.amount())));
    }
    return totals;
  }

  private int find(LocalDate dueOn) {
    int low = 0;
    int high = dues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dues.get(middle).dueOn().isBefore(dueOn)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < dues.size() && dues.get(low).dueOn().equals(dueOn) ? low : -low - 1;
  }
}
