package io.duecast.forecast;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;

/**
 * The week that runs, in one currency.
 *
 * @param came of what was open as the forecasts were made that speak of this week: that of its own
 *     Monday first, then of the Monday before, and so on
 * @param togetherness of all weeks that are over
 */
public record CurrencyWeek(List<Money> came, Togetherness togetherness) {
  public CurrencyWeek {
    came = List.copyOf(came);
  }

  static CurrencyWeek of(Currency currency) {
    return new CurrencyWeek(
        Collections.nCopies(ForecastWeeks.QUARTER, Money.zero(currency)), Togetherness.UNKNOWN);
  }

  Currency currency() {
    return came.getFirst().currency();
  }

  /** With money of an invoice that was known since a day. */
  CurrencyWeek paid(Money amount, LocalDate knownOn, LocalDate monday) {
    List<Money> more = new ArrayList<>();
    for (int away = 0; away < came.size(); away++) {
      boolean isForetold = knownOn.isBefore(monday.minusWeeks(away));
      more.add(isForetold ? came.get(away).plus(amount) : came.get(away));
    }
    return new CurrencyWeek(more, togetherness);
  }

  CurrencyWeek learning(WeekCash said, Money itsCame) {
    return new CurrencyWeek(came, togetherness.after(said, itsCame));
  }

  CurrencyWeek next() {
    return new CurrencyWeek(of(currency()).came(), togetherness);
  }
}
