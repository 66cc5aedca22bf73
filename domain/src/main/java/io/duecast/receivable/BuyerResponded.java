package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's system answered an invoice.
 *
 * @param rawCode the code as it came: a Peppol invoice response, or one of the French life cycle
 */
public record BuyerResponded(
    Envelope envelope,
    InvoiceId invoice,
    CustomerId customer,
    BuyerStatus status,
    @Nullable String rawCode,
    LocalDate respondedOn,
    @Nullable LocalDate plannedPaymentOn)
    implements Fact {
  public BuyerResponded {
    PlausibleDate.check("response date", invoice, respondedOn);
    PlausibleDate.check("planned payment date", invoice, plannedPaymentOn);
  }
}
