package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.BuyerStatus;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.DisputeId;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.PromiseSource;
import io.duecast.receivable.PromiseToPay;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of an invoice: first when and of whom, then what. */
public final class WordExample {
  private final String invoice;
  private CustomerId customer = Examples.ACME;
  private LocalDate on = Examples.FIRST_DAY.plusDays(4);
  private @Nullable Instant recordedAt;

  WordExample(String invoice) {
    this.invoice = invoice;
  }

  public WordExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public WordExample on(String date) {
    return on(Examples.day(date));
  }

  public WordExample on(LocalDate date) {
    on = date;
    return this;
  }

  public WordExample recordedAt(Instant at) {
    recordedAt = at;
    return this;
  }

  /** It is closed, as of the day. */
  public PaymentSettled settled() {
    return new PaymentSettled(envelope("settled"), id(), customer, on, null);
  }

  public DisputeOpened disputed(String dispute) {
    return new DisputeOpened(
        envelope("disputed-" + dispute), new DisputeId(dispute), id(), customer, "PRICE", null, on);
  }

  public DisputeResolved resolved(String dispute) {
    return new DisputeResolved(
        envelope("resolved-" + dispute), new DisputeId(dispute), id(), customer, "CREDITED", on);
  }

  /** The whole balance, up to a day. */
  public CollectionOutcome promised(String until) {
    return promised(Examples.day(until), null);
  }

  public CollectionOutcome promised(LocalDate until, @Nullable Money amount) {
    PromiseToPay promise = new PromiseToPay(amount, until, PromiseSource.COLLECTOR);
    return outcome(OutcomeKind.PROMISE_TO_PAY, promise);
  }

  public CollectionOutcome contacted(OutcomeKind outcome) {
    return outcome(outcome, null);
  }

  /** The buyer's system approves, and says when it will pay. */
  public BuyerResponded planned(LocalDate paymentOn) {
    return new BuyerResponded(
        envelope("answered"), id(), customer, BuyerStatus.APPROVED, "AP", on, paymentOn);
  }

  private CollectionOutcome outcome(OutcomeKind kind, @Nullable PromiseToPay promise) {
    return new CollectionOutcome(
        envelope("contact-" + kind),
        customer,
        id(),
        kind,
        promise,
        null,
        "phone",
        "agent-7",
        300,
        on);
  }

  private InvoiceId id() {
    return new InvoiceId(invoice);
  }

  private Envelope envelope(String what) {
    Instant at = recordedAt == null ? Examples.morningOf(on) : recordedAt;
    return Examples.envelope(what + "-" + customer + "-" + invoice + "-" + at, at);
  }
}
