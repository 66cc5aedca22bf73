package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The number of an invoice as its issuer wrote it, leading zeros and all. */
public record InvoiceId(String value) implements Comparable<InvoiceId> {
  public InvoiceId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the invoice id is blank");
    accept(
        value.length() <= 200,
        RejectReason.CONTRACT_VIOLATION,
        "the invoice id has %d characters, more than 200",
        value.length());
  }

  @Override
  public int compareTo(InvoiceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
