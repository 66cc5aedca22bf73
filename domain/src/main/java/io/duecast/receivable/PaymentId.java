package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The number of a payment in the source system. */
public record PaymentId(String value) implements Comparable<PaymentId> {
  public PaymentId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the payment id is blank");
    accept(
        value.length() <= 200,
        RejectReason.CONTRACT_VIOLATION,
        "the payment id has %d characters, more than 200",
        value.length());
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
