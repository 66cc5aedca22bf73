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
 * @param rate to another currency, used if the invoice is in that; null if there is none
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
  Money valueIn(Currency currency) {
    return converted(amount, currency);
  }

  /** All that it takes off the balance, in the invoice's currency. */
  Money reliefIn(Currency currency) {
    return converted(granted == null ? amount : amount.plus(granted), currency);
  }

  /** A rate is used only where it is needed: a payment may bring one for its other invoices. */
  private Money converted(Money money, Currency currency) {
    return rate == null || money.currency().equals(currency) ? money : money.at(rate);
  }
}
