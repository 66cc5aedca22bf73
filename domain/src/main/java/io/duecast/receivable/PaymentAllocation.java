package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment that goes to one invoice.
 *
 * @param amount cash, in the payment's currency; not negative
 * @param discountTaken early-payment discount granted on top; null for none
 * @param shortPaid what the customer held back, and still owes; null for none
 * @param shortPaidReason why, as the customer coded it
 * @param writtenOff small difference given up on top; null for none
 */
public record PaymentAllocation(
    InvoiceId invoice,
    Money amount,
    @Nullable Money discountTaken,
    @Nullable Money shortPaid,
    @Nullable String shortPaidReason,
    @Nullable Money writtenOff) {
  public PaymentAllocation {
    refuseNegative(invoice, "amount", amount, amount);
    refuseNegative(invoice, "discount", discountTaken, amount);
    refuseNegative(invoice, "short payment", shortPaid, amount);
    refuseNegative(invoice, "write-off", writtenOff, amount);
  }

  private static void refuseNegative(
      InvoiceId invoice, String what, @Nullable Money value, Money paid) {
    accept(
        value == null || !value.isNegative(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: %s of %s in a payment is negative",
        invoice,
        what,
        String.valueOf(value));
    accept(
        value == null || value.currency().equals(paid.currency()),
        RejectReason.CURRENCY_MISMATCH,
        "invoice %s: %s of %s beside a payment of %s",
        invoice,
        what,
        String.valueOf(value),
        paid);
  }
}
