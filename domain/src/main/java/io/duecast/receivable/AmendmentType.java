package io.duecast.receivable;

/** What was changed on an invoice after it was issued. */
public enum AmendmentType {
  UNKNOWN,
  DUE_DATE_CHANGED,
  AMOUNT_CORRECTED,
  TERMS_CHANGED,
  CANCELLED,
  REOPENED,
  WRITTEN_OFF,
  WRITE_OFF_REVERSED,
  SENT_TO_AGENCY,
  SOLD_TO_FACTOR,
  HOLD_PLACED,
  HOLD_RELEASED
}
