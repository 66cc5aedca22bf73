package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The simple fact that most systems can give: this invoice is closed, paid in full.
 *
 * @param amount what was paid; null if the source does not say
 */
public record PaymentSettled(
    Envelope envelope,
    InvoiceId invoice,
    CustomerId customer,
    LocalDate settledOn,
    @Nullable Money amount)
    implements Fact {
  public PaymentSettled {
    PlausibleDate.check("settlement date", invoice, settledOn);
    accept(
        amount == null || !amount.isNegative(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: settled with %s",
        invoice,
        String.valueOf(amount));
  }
}
