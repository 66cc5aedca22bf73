package io.duecast.release;

/** What was decided about a model. */
public enum ReleaseDecision {
  UNKNOWN,
  /** The gate let it through. */
  PASSED,
  /** The gate did not. */
  REFUSED,
  /** It scored silently and stood the trial. */
  PROMOTED,
  /** A person released it. */
  FORCED,
  /** It takes over again from one that failed. */
  ROLLED_BACK
}
