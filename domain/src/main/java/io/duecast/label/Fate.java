package io.duecast.label;

/** What became of an invoice. */
public enum Fate {
  UNKNOWN,
  OPEN,
  /** Settled by money. */
  PAID,
  /** Settled by credit notes, wholly or for the greater part. */
  CREDITED,
  WRITTEN_OFF,
  /** Cancelled: as if it had never been owed. */
  WITHDRAWN
}
