package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment in the making. */
public final class PaymentExample {
  private final String id;
  private CustomerId customer = Examples.ACME;
  private PaymentStatus status = PaymentStatus.BOOKED;
  private @Nullable Money amount;
  private LocalDate valueOn = Examples.FIRST_DAY.plusDays(10);
  private @Nullable Instant recordedAt;
  private @Nullable ExchangeRate rate;
  private @Nullable String paymentMeans;
  private final List<PaymentAllocation> allocations = new ArrayList<>();

  PaymentExample(String id) {
    this.id = id;
  }

  public PaymentExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public PaymentExample status(PaymentStatus value) {
    status = value;
    return this;
  }

  /** The whole payment; without this it is the sum of what it pays. */
  public PaymentExample amount(Money value) {
    amount = value;
    return this;
  }

  public PaymentExample on(String date) {
    return on(Examples.day(date));
  }

  public PaymentExample on(LocalDate date) {
    valueOn = date;
    return this;
  }

  public PaymentExample paying(String invoice, String euros) {
    return paying(invoice, Examples.eur(euros));
  }

  public PaymentExample paying(String invoice, Money money) {
    return paying(new PaymentAllocation(new InvoiceId(invoice), money, null, null, null, null));
  }

  public PaymentExample paying(PaymentAllocation allocation) {
    allocations.add(allocation);
    return this;
  }

  public PaymentExample rate(@Nullable ExchangeRate value) {
    rate = value;
    return this;
  }

  public PaymentExample paymentMeans(String code) {
    paymentMeans = code;
    return this;
  }

  public PaymentExample recordedOn(String date) {
    return recordedAt(Examples.morningOf(Examples.day(date)));
  }

  public PaymentExample recordedAt(Instant at) {
    recordedAt = at;
    return this;
  }

  public PaymentReceived fact() {
    Instant at = recordedAt == null ? Examples.morningOf(valueOn) : recordedAt;
    return new PaymentReceived(
        Examples.envelope("payment-" + id + "-" + status + "-" + at, at),
        new PaymentId(id),
        customer,
        status,
        amount == null ? sum() : amount,
        valueOn,
        valueOn,
        paymentMeans,
        allocations,
        rate);
  }

  private Money sum() {
    Money hundred = Examples.eur("100");
    if (allocations.isEmpty()) {
      return hundred;
    }
    Money sum = Money.zero(allocations.getFirst().amount().currency());
    for (PaymentAllocation allocation : allocations) {
      sum = sum.plus(allocation.amount());
    }
    return sum.isPositive() ? sum : new Money(hundred.amount(), sum.currency());
  }
}
