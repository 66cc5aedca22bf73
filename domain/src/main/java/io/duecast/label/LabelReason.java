package io.duecast.label;

/** Why a label could be given, or had to be given anew. */
public enum LabelReason {
  UNKNOWN,
  /** Paid. */
  SETTLED,
  /** Still open, and too old to be paid in time for the horizon. */
  AGED,
  /** Given up: late for every horizon. */
  WRITTEN_OFF,
  /** Settled by credit notes: nothing can be learned from it. */
  CREDITED,
  /** Cancelled: nothing can be learned from it. */
  WITHDRAWN,
  /** What had closed it was taken back: what was said no longer holds. */
  REOPENED
}
