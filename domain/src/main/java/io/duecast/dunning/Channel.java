package io.duecast.dunning;

/** How a message reaches a customer. */
public enum Channel {
  UNKNOWN,
  EMAIL,
  SMS,
  LETTER,
  /** A call of the customer's own system. */
  WEBHOOK
}
