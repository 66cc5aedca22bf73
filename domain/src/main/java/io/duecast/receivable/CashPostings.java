package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * @throws io.duecast.check.RejectedException if the payment is in another currency than the
   *     invoice and brings no rate
   */
  static void refuseUnlessItFits(PaymentReceived fact, @Nullable Receivable receivable) {
    Money payable = receivable == null ? null : receivable.payable();
    ExchangeRate rate = fact.rate();
    accept(
        payable == null
            || fact.amount().currency().equals(payable.currency())
            || (rate != null && rate.to().equals(payable.currency())),
        RejectReason.CURRENCY_MISMATCH,
        "payment %s of %s for invoice %s of %s brings no rate between the two",
        fact.payment(),
        fact.amount(),
        receivable == null ? "" : receivable.id(),
        String.valueOf(payable));
  }

  private static Posting posting(PaymentReceived fact, PaymentAllocation allocation) {
    return new Posting(
        fact.payment().value(),
        PostingKind.CASH,
        allocation.amount(),
        sum(allocation.discountTaken(), allocation.writtenOff()),
        fact.rate(),
        fact.valueOn(),
        fact.paymentMeansCode());
  }

  private static Posting together(Posting a, Posting b) {
    return new Posting(
        a.source(),
        a.kind(),
        a.amount().plus(b.amount()),
        sum(a.granted(), b.granted()),
        a.rate(),
        a.on(),
        a.paymentMeansCode());
  }

  private static @Nullable Money sum(@Nullable Money a, @Nullable Money b) {
    if (a == null) {
      return b;
    }
    return b == null ? a : a.plus(b);
  }
}
