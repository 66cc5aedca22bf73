package io.duecast.dunning;

/** What became of a message on its way. */
public enum Delivery {
  UNKNOWN,
  SENT,
  DELIVERED,
  OPENED,
  CLICKED,
  REPLIED,
  /** It came back: the address is wrong. */
  BOUNCED,
  /** The customer wants no more of these. */
  OPTED_OUT,
  /** It could not be sent. */
  FAILED
}
