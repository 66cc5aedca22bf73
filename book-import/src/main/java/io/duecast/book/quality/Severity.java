package io.duecast.book.quality;

/** What becomes of a row that breaks a rule. */
public enum Severity {
  /** It opens no fact and is written to the rejects. */
  REJECTED,
  /** It counts, and is noted. */
  NOTED
}
