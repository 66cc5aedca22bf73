package io.duecast.segment;

/** How a customer pays; what the company itself calls its segment is another thing. */
public enum RiskSegment {
  UNKNOWN(0),
  /** Too few of its invoices have come due to say anything. */
  NEW(1),
  /** Pays when it is due. */
  RELIABLE(2),
  /** Is late now and then. */
  WATCHED(3),
  /** Was better, and is getting worse. */
  SLIPPING(4),
  /** Is late as a rule. */
  LATE(5),
  /** Is late nearly always, or owes most of what it owes for a long time. */
  CRITICAL(6);

  private final int severity;

  RiskSegment(int severity) {
    this.severity = severity;
  }

  /** Whether it is a worse one than another. */
  boolean isWorseThan(RiskSegment other) {
    return severity > other.severity;
  }
}
