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

  /** Whether an event is later news of this payment. */
  boolean isOvertakenBy(PaymentReceived fact) {
    int byTime = fact.envelope().recordedAt().compareTo(recordedAt);
    return byTime > 0 || (byTime == 0 && fact.status().stage() > status.stage());
  }

  /** Whether an event tells of the same moment and stage, and so must say the same. */
  boolean isOfTheMomentOf(PaymentReceived fact) {
    return fact.envelope().recordedAt().equals(recordedAt)
        && fact.status().stage() == status.stage();
  }
}
