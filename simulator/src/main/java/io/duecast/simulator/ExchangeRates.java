package io.duecast.simulator;

import io.duecast.money.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/** What the currencies of this economy are worth in euros, month by month. */
final class ExchangeRates {
  static final Currency EURO = Currency.getInstance("EUR");

  private final long seed;

  ExchangeRates(long seed) {
    this.seed = seed;
  }

  /** Euros for one unit; below 1 for every other currency of this economy but pound and franc. */
  ExchangeRate toEuro(Currency from, long day) {
    double base =
        switch (from.getCurrencyCode()) {
          case "GBP" -> 1.17;
          case "CHF" -> 1.04;
          case "USD" -> 0.92;
          case "PLN" -> 0.23;
          case "SEK" -> 0.088;
          case "CZK" -> 0.040;
          default -> throw new IllegalArgumentException("no rate of " + from);
        };
    Dice dice =
        Dice.of(
            seed, Dice.Purpose.RATE, from.getCurrencyCode().hashCode(), BusinessDays.month(day));
    double rate = base * dice.between(0.97, 1.0);
    return new ExchangeRate(
        from,
        EURO,
        BigDecimal.valueOf(rate).setScale(6, RoundingMode.HALF_EVEN),
        LocalDate.ofEpochDay(BusinessDays.onOrBefore(day)));
  }
}
