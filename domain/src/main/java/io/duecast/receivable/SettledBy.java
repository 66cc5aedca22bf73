package io.duecast.receivable;

/** What brought a balance to zero. */
public enum SettledBy {
  UNKNOWN,
  /** Money, wholly or for the greater part. */
  CASH,
  /** Credit notes, wholly or for the greater part: no payment behaviour shows in it. */
  CREDIT
}
