package io.duecast.receivable;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a payment takes off each invoice that it pays. */
final class CashPostings {
  private CashPostings() {}

  /** One posting an invoice; none unless the payment is booked. */
  static Map<InvoiceId, Posting> of(PaymentReceived fact) {
    Map<InvoiceId, Posting> postings = new LinkedHashMap<>();
    if (fact.status() == PaymentStatus.BOOKED) {
      for (PaymentAllocation allocation : fact.allocations()) {
        postings.merge(allocation.invoice(), posting(fact, allocation), CashPostings::together);
      }
    }
    return postings;
  }

  private static Posting posting(PaymentReceived fact, PaymentAllocation allocation) {
    return new Posting(
        fact.payment().value(),
        PostingKind.CASH,
        allocation.amount(),
        Postings.sum(allocation.discountTaken(), allocation.writtenOff()),
        fact.rate(),
        fact.valueOn(),
        fact.paymentMeansCode());
  }

  private static Posting together(Posting a, Posting b) {
    return new Posting(
        a.source(),
        a.kind(),
        a.amount().plus(b.amount()),
        Postings.sum(a.granted(), b.granted()),
        a.rate(),
        a.on(),
        a.paymentMeansCode());
  }
}
