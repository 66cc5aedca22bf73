package io.duecast.book.mapping;

/** How the text of a field is read. */
public enum ValueType {
  TEXT,
  /** A date; its {@code format} is one date pattern or several. */
  DATE,
  /** A date, or an instant where the pattern has a time of day. */
  INSTANT,
  /** A decimal number; its {@code format} may be {@code decimal: ","}. */
  NUMBER,
  WHOLE_NUMBER,
  /** {@code true} or {@code false}, after translation by {@code map}. */
  FLAG,
  PARTY_TYPE,
  DOCUMENT_TYPE,
  PAYMENT_STATUS
}
