package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The number of a credit note. */
public record CreditNoteId(String value) implements Comparable<CreditNoteId> {
  public CreditNoteId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the credit note id is blank");
    accept(
        value.length() <= 200,
        RejectReason.CONTRACT_VIOLATION,
        "the credit note id has %d characters, more than 200",
        value.length());
  }

  @Override
  public int compareTo(CreditNoteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
