package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of a contact with a customer: the collections team's side of the feedback loop.
 *
 * @param invoice null if it was about the customer as a whole
 * @param promise there if, and only if, the outcome is a promise to pay
 * @param channel e.g. {@code phone} or {@code mail}
 * @param agent who made the contact, by an id, never a name
 * @param effortSeconds what it cost; null if unknown
 */
public record CollectionOutcome(
    Envelope envelope,
    CustomerId customer,
    @Nullable InvoiceId invoice,
    OutcomeKind outcome,
    @Nullable PromiseToPay promise,
    @Nullable Verdict verdict,
    @Nullable String channel,
    @Nullable String agent,
    @Nullable Integer effortSeconds,
    LocalDate contactedOn)
    implements Fact {
  public CollectionOutcome {
    PlausibleDate.check("contact date", customer, contactedOn);
    PlausibleDate.check("promised date", customer, promise == null ? null : promise.on());
    accept(
        (promise != null) == (outcome == OutcomeKind.PROMISE_TO_PAY),
        RejectReason.CONTRACT_VIOLATION,
        "customer %s: outcome %s %s a promise",
        customer,
        outcome,
        promise == null ? "without" : "with");
  }
}
