package io.duecast.risk;

/** What to do about a high risk. A suggestion; nothing is done by itself. */
public enum SuggestedAction {
  UNKNOWN,
  /** Write before the due date. */
  REMIND_BEFORE_DUE,
  /** Call before the due date. */
  CALL_BEFORE_DUE,
  /** Call now: it is due already. */
  CALL_NOW
}
