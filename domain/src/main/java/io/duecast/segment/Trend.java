package io.duecast.segment;

/** Which way something goes. */
public enum Trend {
  UNKNOWN,
  /** No change that could not be chance. */
  STEADY,
  /** More invoices are late than before. */
  WORSENING,
  /** Fewer invoices are late than before. */
  IMPROVING
}
