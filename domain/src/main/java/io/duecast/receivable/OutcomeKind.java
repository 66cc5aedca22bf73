package io.duecast.receivable;

/** How a contact with a customer ended, or that there was none. */
public enum OutcomeKind {
  UNKNOWN,
  PAID_CONFIRMED,
  PROMISE_TO_PAY,
  DISPUTED,
  WRONG_CONTACT,
  NO_ANSWER,
  REFUSED,
  INSOLVENT,
  OTHER,
  /** Nobody was contacted: the collector has looked at it, and judged the assessment. */
  REVIEWED
}
