package io.duecast.receivable;

/** What there is to look at on a later day. */
public enum AppointmentKind {
  UNKNOWN,
  PROMISE_ENDS,
  INVOICE_IS_OLD,
  PAYMENT_IS_OLD,
  EVENT_IS_OLD
}
