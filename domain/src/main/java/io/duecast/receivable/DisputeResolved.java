package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dispute has come to an end. */
public record DisputeResolved(
    Envelope envelope,
    DisputeId dispute,
    InvoiceId invoice,
    CustomerId customer,
    @Nullable String resolution,
    LocalDate resolvedOn)
    implements Fact {
  public DisputeResolved {
    PlausibleDate.check("resolution date", dispute, resolvedOn);
  }
}
