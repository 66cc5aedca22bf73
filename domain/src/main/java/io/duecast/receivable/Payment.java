package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * A payment as last heard of, and what it pays.
 *
 * @param invoices the invoices on which it is posted now; empty unless it is booked
 * @param recordedAt of the latest event; an earlier one is stale
 */
public record Payment(
    CustomerId customer,
    PaymentId id,
    PaymentStatus status,
    List<InvoiceId> invoices,
    Instant recordedAt) {
  public Payment {
    invoices = List.copyOf(invoices);
  }
}
