package io.duecast.risk;

/** What to do about a high risk. A suggestion; nothing is done by itself. */
public enum SuggestedAction {
  UNKNOWN,
  /**
   * Nothing but the reminders that the policy decides: who is held out of them must not be written
   * to by another way.
   */
  LEAVE_TO_REMINDERS,
  /** Call before the due date. */
  CALL_BEFORE_DUE,
  /** Call now: it is due already. */
  CALL_NOW
}
