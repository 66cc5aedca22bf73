package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands now; a later event of the same payment replaces this one.
 *
 * @param amount the whole payment; positive
 * @param bookedOn when the bank booked it; null if not yet
 * @param valueOn the day the money counts from
 * @param paymentMeansCode UNTDID 4461
 * @param allocations what it pays; the rest of {@code amount} is unapplied
 * @param rate from the payment's currency to the invoices'; null if they are the same
 */
public record PaymentReceived(
    Envelope envelope,
    PaymentId payment,
    CustomerId customer,
    PaymentStatus status,
    Money amount,
    @Nullable LocalDate bookedOn,
    LocalDate valueOn,
    @Nullable String paymentMeansCode,
    List<PaymentAllocation> allocations,
    @Nullable ExchangeRate rate)
    implements Fact {
  public PaymentReceived {
    PlausibleDate.check("value date", payment, valueOn);
    PlausibleDate.check("booking date", payment, bookedOn);
    accept(
        amount.isPositive(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "payment %s: amount %s is not positive",
        payment,
        amount);
    allocations = List.copyOf(allocations);
    Money allocated = Money.zero(amount.currency());
    for (PaymentAllocation allocation : allocations) {
      accept(
          allocation.amount().currency().equals(amount.currency()),
          RejectReason.CURRENCY_MISMATCH,
          "payment %s of %s allocates %s",
          payment,
          amount,
          allocation.amount());
      allocated = allocated.plus(allocation.amount());
    }
    accept(
        allocated.compareTo(amount) <= 0,
        RejectReason.IMPOSSIBLE_AMOUNT,
        "payment %s: allocations of %s exceed the payment of %s",
        payment,
        allocated,
        amount);
    accept(
        rate == null || rate.from().equals(amount.currency()),
        RejectReason.CURRENCY_MISMATCH,
        "payment %s of %s brings a rate from %s",
        payment,
        amount,
        rate == null ? "" : rate.from());
  }
}
