package io.duecast.receivable;

/** How an invoice was closed otherwise than by paying it. */
public enum Closing {
  UNKNOWN,
  NONE,
  WRITTEN_OFF,
  WITHDRAWN
}
