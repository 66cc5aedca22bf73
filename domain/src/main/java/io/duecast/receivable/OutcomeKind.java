package io.duecast.receivable;

/** How a contact with a customer ended. */
public enum OutcomeKind {
  UNKNOWN,
  PAID_CONFIRMED,
  PROMISE_TO_PAY,
  DISPUTED,
  WRONG_CONTACT,
  NO_ANSWER,
  REFUSED,
  INSOLVENT,
  OTHER
}
