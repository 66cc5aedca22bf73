package io.duecast.dunning;

/** What is to become of a reminder, or has become of it. */
public enum ReminderState {
  UNKNOWN,
  /** To be sent in its window, if it is nothing but that: see {@link Reminder#isSendable}. */
  REQUESTED,
  /** It went out. */
  SENT,
  /** Perhaps it went out, and nobody knows: its steps count as taken, and it is not sent again. */
  UNCONFIRMED,
  /** Not to be sent. */
  CANCELLED,
  /** Its steps were not sent in time, and are dropped. */
  EXPIRED,
  /** No channel reaches the customer. */
  UNDELIVERABLE
}
