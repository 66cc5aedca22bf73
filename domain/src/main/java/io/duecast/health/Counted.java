package io.duecast.health;

/** As what an invoice that a model has scored is counted. */
public enum Counted {
  /** Not at all yet. */
  UNKNOWN,
  /** Scored; what became of it is not known yet, or too early to be told. */
  PENDING,
  ON_TIME,
  LATE,
  /** Nothing can be learned from it: it was withdrawn, or settled by credit. */
  EXCLUDED
}
