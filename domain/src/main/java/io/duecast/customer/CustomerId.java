package io.duecast.customer;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The party that is expected to pay. */
public record CustomerId(String value) implements Comparable<CustomerId> {
  public CustomerId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the customer id is blank");
    accept(
        value.length() <= 200,
        RejectReason.CONTRACT_VIOLATION,
        "the customer id has %d characters, more than 200",
        value.length());
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
