package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer disputes an invoice, wholly or in part.
 *
 * @param reasonCode the company's own code
 * @param disputedAmount null for the whole invoice
 */
public record DisputeOpened(
    Envelope envelope,
    DisputeId dispute,
    InvoiceId invoice,
    CustomerId customer,
    @Nullable String reasonCode,
    @Nullable Money disputedAmount,
    LocalDate openedOn)
    implements Fact {
  public DisputeOpened {
    PlausibleDate.check("dispute date", dispute, openedOn);
  }
}
