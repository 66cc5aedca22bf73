package io.duecast.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all customers at one desk have taught, and what came in the week that runs.
 *
 * @param monday the first day of that week; null before the first
 */
public record CashTally(
    @Nullable LocalDate monday, CashLessons lessons, DelayTally delays, List<CurrencyWeek> weeks) {
  public static final CashTally NONE =
      new CashTally(null, CashLessons.NONE, DelayTally.NONE, List.of());

  public CashTally {
    weeks = List.copyOf(weeks);
  }

  CurrencyWeek week(Currency currency) {
    return weeks.stream()
        .filter(it -> it.currency().equals(currency))
        .findAny()
        .orElseGet(() -> CurrencyWeek.of(currency));
  }

  CashTally with(CurrencyWeek week) {
    List<CurrencyWeek> all = new ArrayList<>(weeks);
    all.removeIf(it -> it.currency().equals(week.currency()));
    all.add(week);
    all.sort((a, b) -> code(a).compareTo(code(b)));
    return new CashTally(monday, lessons, delays, all);
  }

  private static String code(CurrencyWeek week) {
    return week.currency().getCurrencyCode();
  }

  CashTally with(CashLessons more) {
    return new CashTally(monday, lessons.plus(more), delays, weeks);
  }

  CashTally settled(int daysPastDue, int count) {
    return new CashTally(monday, lessons, delays.plus(daysPastDue, count), weeks);
  }

  CashTally beginning(LocalDate on) {
    return new CashTally(on, lessons, delays, weeks.stream().map(CurrencyWeek::next).toList());
  }
}
