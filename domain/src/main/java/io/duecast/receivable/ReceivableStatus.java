package io.duecast.receivable;

/** Where an invoice stands. */
public enum ReceivableStatus {
  UNKNOWN,
  /** Payments or disputes have come, the invoice itself has not. */
  AWAITED,
  OPEN,
  SETTLED,
  WRITTEN_OFF,
  WITHDRAWN
}
