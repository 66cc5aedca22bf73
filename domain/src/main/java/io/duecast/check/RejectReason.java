package io.duecast.check;

/**
 * The rules that a record from outside can break. The names are part of the dead-letter contract.
 */
public enum RejectReason {
  /** Written by a newer version than the one that reads it. */
  UNKNOWN("a reason this version does not know"),
  UNDECODABLE("the bytes are no record in the Confluent wire format"),
  UNKNOWN_SCHEMA("the registry knows no schema of that id"),
  UNEXPECTED_TYPE("a record type that does not belong on this topic"),
  CONTRACT_VIOLATION("a field that must be there is missing or contradicts another"),
  KEY_MISMATCH("the record key is not the customer in the record"),
  IMPOSSIBLE_AMOUNT("an amount that cannot be: not positive, or beyond 15 digits before the point"),
  IMPOSSIBLE_DATE("a date that cannot be"),
  NO_DUE_DATE("neither a due date nor payment terms to derive it from"),
  CURRENCY_MISMATCH("a payment in another currency without a dated exchange rate"),
  CONFLICTING_REPEAT("the id of an earlier record with another content");

  private final String meaning;

  RejectReason(String meaning) {
    this.meaning = meaning;
  }

  /** One clause that a person can act on. */
  public String meaning() {
    return meaning;
  }
}
