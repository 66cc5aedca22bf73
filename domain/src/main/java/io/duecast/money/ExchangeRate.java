package io.duecast.money;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency was worth in another on a day.
 *
 * @param rate units of {@code to} for one unit of {@code from}; positive
 * @param on the day the rate was fixed
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, LocalDate on) {
  public ExchangeRate {
    accept(
        rate.signum() > 0,
        RejectReason.IMPOSSIBLE_AMOUNT,
        "exchange rate %s from %s to %s is not positive",
        rate,
        from,
        to);
  }
}
