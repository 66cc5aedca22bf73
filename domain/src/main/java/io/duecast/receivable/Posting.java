package io.duecast.receivable;

import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What one payment or credit note takes off one invoice. A later posting of the same source
 * replaces this one.
 *
 * @param source the payment's or credit note's id
 * @param amount cash or credit, as it came
 * @param granted discount and small differences given up on top, in the same currency; null for
 *     none
 * @param rate to the invoice's currency; null if it is the same
 * @param on the value date
 */
public record Posting(
    String source,
    PostingKind kind,
    Money amount,
    @Nullable Money granted,
    @Nullable ExchangeRate rate,
    LocalDate on,
    @Nullable String paymentMeansCode) {

  /** Whether it can be set against an invoice of this currency. */
  boolean fits(Currency currency) {
    return amount.currency().equals(currency) || (rate != null && rate.to().equals(currency));
  }

  /** The amount in the invoice's currency. */
  Money value() {
    return rate == null ? amount : amount.at(rate);
  }

  /** All that it takes off the balance, in the invoice's currency. */
  Money relief() {
    Money all = granted == null ? amount : amount.plus(granted);
    return rate == null ? all : all.at(rate);
  }
}
