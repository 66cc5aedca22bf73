package io.duecast.dunning;

/** On which side of the experiment a customer is. */
public enum Arm {
  UNKNOWN,
  /** Is reminded. */
  TREATED,
  /** Would have been reminded, and is not: what reminders do is the difference. */
  HOLDOUT
}
