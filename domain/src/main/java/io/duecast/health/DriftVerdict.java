package io.duecast.health;

/** Whether live values are distributed as those that a model was trained on. */
public enum DriftVerdict {
  UNKNOWN,
  /** Too few invoices to tell. */
  TOO_FEW,
  STABLE,
  /** Somewhat otherwise, and not by chance. */
  MOVING,
  /** Otherwise, and not by chance. */
  DRIFTED
}
