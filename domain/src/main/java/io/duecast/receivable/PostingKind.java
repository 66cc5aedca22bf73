package io.duecast.receivable;

/** Where the relief of a balance comes from. */
public enum PostingKind {
  UNKNOWN,
  CASH,
  CREDIT
}
