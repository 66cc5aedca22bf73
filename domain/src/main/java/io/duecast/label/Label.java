package io.duecast.label;

/** What is known on a day of whether an invoice is late for a horizon. */
public enum Label {
  UNKNOWN,
  ON_TIME,
  LATE,
  /** It may still become one or the other. */
  CENSORED,
  /**
   * It never will: it was withdrawn, or settled by credit, and no payment behaviour shows in it.
   */
  EXCLUDED;

  /** Whether something can be learned from it. */
  public boolean isKnown() {
    return this == ON_TIME || this == LATE;
  }
}
