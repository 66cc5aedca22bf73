package io.duecast.model;

import static io.duecast.check.Check.require;

import io.duecast.risk.AgingProbabilities;

/**
 * How likely an invoice is to be still unpaid, by days after the last day of grace.
 *
 * @param after0 unpaid when grace is over, which is late
 * @param after30 unpaid 30 days later; the others likewise
 */
public record SettlementCurve(double after0, double after30, double after60, double after90) {
  /** A day on which grace is not over yet: nothing is known of the invoice. */
  private static final int BEFORE = -1;

  public SettlementCurve {
    require(
        1 >= after0 && after0 >= after30 && after30 >= after60 && after60 >= after90 && after90 > 0,
        "the curve %s, %s, %s, %s does not fall from 1 towards 0",
        after0,
        after30,
        after60,
        after90);
  }

  public double probabilityLate() {
    return after0;
  }

  /** By ageing bucket, as seen when the invoice is issued. */
  public AgingProbabilities byBucket() {
    return byBucketIfUnpaidAfter(BEFORE);
  }

  /**
   * By ageing bucket, of an invoice that is known to be unpaid at the end of a day. No new score is
   * needed: it is the curve on the condition of having come so far.
   *
   * @param days after the last day of grace; negative while grace lasts
   */
  public AgingProbabilities byBucketIfUnpaidAfter(int days) {
    double onTime = part(days, BEFORE, 0);
    double days1To30 = part(days, 0, 30);
    double days31To60 = part(days, 30, 60);
    double days61To90 = part(days, 60, 90);
    double over90 = unpaidAfter(Math.max(days, 90)) / unpaidAfter(days);
    return new AgingProbabilities(onTime, days1To30, days31To60, days61To90, over90);
  }

  private double part(int age, int from, int to) {
    return (unpaidAfter(Math.max(age, from)) - unpaidAfter(Math.max(age, to))) / unpaidAfter(age);
  }

  /**
   * The curve at the end of a day. Between two horizons the rate of payment is held constant; after
   * the last nothing is known and the curve stays.
   *
   * @param days after the last day of grace
   */
  public double unpaidAfter(int days) {
    if (days < 0) {
      return 1;
    }
    if (days < 30) {
      return between(after0, after30, days / 30.0);
    }
    if (days < 60) {
      return between(after30, after60, (days - 30) / 30.0);
    }
    return days < 90 ? between(after60, after90, (days - 60) / 30.0) : after90;
  }

  private static double between(double from, double to, double part) {
    return from * StrictMath.pow(to / from, part);
  }
}
