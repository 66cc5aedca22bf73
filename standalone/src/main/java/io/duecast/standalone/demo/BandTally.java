package io.duecast.standalone.demo;

/**
 * How many invoices a band has, and how those turned out that are paid.
 *
 * @param late of the paid
 */
record BandTally(long scored, long paid, long late) {
  static final BandTally NONE = new BandTally(0, 0, 0);
  static final BandTally SCORED = new BandTally(1, 0, 0);
  static final BandTally PAID_IN_TIME = new BandTally(0, 1, 0);
  static final BandTally PAID_LATE = new BandTally(0, 1, 1);

  BandTally plus(BandTally more) {
    return new BandTally(scored + more.scored, paid + more.paid, late + more.late);
  }

  /** Share of the paid that were late; NaN before the first. */
  double lateShare() {
    return paid == 0 ? Double.NaN : (double) late / paid;
  }
}
