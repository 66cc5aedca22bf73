package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The number of a dispute. */
public record DisputeId(String value) implements Comparable<DisputeId> {
  public DisputeId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the dispute id is blank");
    accept(
        value.length() <= 200,
        RejectReason.CONTRACT_VIOLATION,
        "the dispute id has %d characters, more than 200",
        value.length());
  }

  @Override
  public int compareTo(DisputeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
