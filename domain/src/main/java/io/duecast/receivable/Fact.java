package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;

/** What came from outside about one customer's account. */
public sealed interface Fact
    permits InvoiceIssued,
        InvoiceAmended,
        CreditApplied,
        PaymentReceived,
        PaymentSettled,
        DisputeOpened,
        DisputeResolved,
        BuyerResponded,
        CollectionOutcome,
        CustomerUpdated {
  Envelope envelope();

  /** The party that is expected to pay; the record key. */
  CustomerId customer();
}
