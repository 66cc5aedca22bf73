package io.duecast.dunning;

/** Why a reminder is not sent, or not as it was. */
public enum ReminderReason {
  UNKNOWN,
  PAID,
  CREDITED,
  WITHDRAWN,
  WRITTEN_OFF,
  DISPUTED,
  PROMISED,
  ON_HOLD,
  /** The customer, or this invoice, is not to be reminded for now. */
  STOPPED,
  /** The due date in force is another one. */
  DUE_DATE_MOVED,
  /** The balances are others. */
  BALANCE_CHANGED,
  /** The window passed without word that it was sent; it is to be sent in the next one. */
  NEXT_WINDOW,
  /** Another reminder takes its place. */
  REPLACED,
  /** It could not be sent for too long. */
  TOO_LATE,
  /** Mail came back, or the customer wants none on these channels. */
  UNREACHABLE,
  /** The sender gave up. */
  FAILED,
  /** The policy, or the ladder of the invoice, is another one now. */
  POLICY_CHANGED
}
