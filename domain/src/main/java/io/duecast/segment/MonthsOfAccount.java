package io.duecast.segment;

import static java.lang.Math.toIntExact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The latest {@value #KEPT} calendar months of a customer in which something became known.
 *
 * @param months the earliest first
 */
public record MonthsOfAccount(List<MonthOfAccount> months) {
  static final MonthsOfAccount NONE = new MonthsOfAccount(List.of());

  /** Twelve months that count, and the one that runs. */
  static final int KEPT = 13;

  /** Months that count as of late, the one that runs included. */
  static final int RECENT = 3;

  /** By age in months, per mille: half after six months. */
  private static final int[] WEIGHTS = {
    1000, 891, 794, 707, 630, 561, 500, 445, 397, 354, 315, 281, 250
  };

  public MonthsOfAccount {
    months = List.copyOf(months);
  }

  /** With one month changed; what is too old for that month to matter goes. */
  MonthsOfAccount with(LocalDate day, UnaryOperator<MonthOfAccount> change) {
    LocalDate month = day.withDayOfMonth(1);
    List<MonthOfAccount> all = new ArrayList<>(months);
    int at = 0;
    while (at < all.size() && all.get(at).month().isBefore(month)) {
      at++;
    }
    boolean isKnown = at < all.size() && all.get(at).month().equals(month);
    MonthOfAccount now = change.apply(isKnown ? all.get(at) : MonthOfAccount.empty(month));
    if (isKnown) {
      all.set(at, now);
    } else {
      all.add(at, now);
    }
    LocalDate latest = all.getLast().month();
    all.removeIf(it -> age(it.month(), latest) >= KEPT);
    return new MonthsOfAccount(all);
  }

  /** The weight, per mille, of what became known on a day; what is to come counts whole. */
  static int weight(LocalDate known, LocalDate today) {
    int age = Math.max(0, age(known, today));
    return age < WEIGHTS.length ? WEIGHTS[age] : 0;
  }

  /** Whole calendar months from one day to another. */
  static int age(LocalDate day, LocalDate today) {
    return toIntExact(ChronoUnit.MONTHS.between(day.withDayOfMonth(1), today.withDayOfMonth(1)));
  }

  /** Those of the twelve months up to a day, and the one that runs. */
  List<MonthOfAccount> upTo(LocalDate today) {
    return months.stream().filter(it -> age(it.month(), today) < KEPT).toList();
  }

  BigDecimal billed(LocalDate today) {
    return upTo(today).stream()
        .map(MonthOfAccount::billed)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Mean over the months since the first payment; zero if nothing was paid. */
  BigDecimal paidAMonth(LocalDate today) {
    BigDecimal sum = BigDecimal.ZERO;
    int since = 0;
    for (MonthOfAccount each : upTo(today)) {
      sum = sum.add(each.paid());
      if (since == 0 && each.paid().signum() > 0) {
        since = Math.max(1, age(each.month(), today) + 1);
      }
    }
    return since == 0
        ? BigDecimal.ZERO
        : sum.max(BigDecimal.ZERO).divide(BigDecimal.valueOf(since), 2, RoundingMode.HALF_EVEN);
  }
}
