package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.Arrays;

/**
 * How likely an invoice is to be paid by each day past due: the days that the leaves of a {@link
 * PaymentForest} keep, put together.
 */
public final class PaymentCurve {
  private static final double ROUNDING = 1e-9;

  private final short[] days;
  private int[] leaves;
  private double[] shares;
  private int reached;
  private double sum;

  PaymentCurve(short[] days, int trees) {
    this.days = days;
    this.leaves = new int[trees];
    this.shares = new double[trees];
  }

  void add(int leaf, double share) {
    if (reached == leaves.length) {
      leaves = Arrays.copyOf(leaves, 2 * reached);
      shares = Arrays.copyOf(shares, 2 * reached);
    }
    leaves[reached] = leaf;
    shares[reached++] = share;
    sum += share;
  }

  /** How likely it is to be paid up to the end of a day. */
  public double paidBy(int daysPastDue) {
    double paid = 0;
    for (int i = 0; i < reached; i++) {
      paid += shares[i] * upTo(daysPastDue, leaves[i] * PaidDays.POINTS);
    }
    return paid / (sum * PaidDays.POINTS);
  }

  /** Points of a leaf that are not after a day. */
  private int upTo(int daysPastDue, int from) {
    int low = from;
    int high = from + PaidDays.POINTS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] <= daysPastDue) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }

  /**
   * The first day by which it is paid with a probability.
   *
   * @param probability above 0, at most 1
   */
  public int day(double probability) {
    require(probability > 0 && probability <= 1, "a probability of %s", probability);
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int i = 0; i < reached; i++) {
      low = Math.min(low, days[leaves[i] * PaidDays.POINTS]);
      high = Math.max(high, days[(leaves[i] + 1) * PaidDays.POINTS - 1]);
    }
    while (low < high) {
      int middle = Math.floorDiv(low + high, 2);
      if (paidBy(middle) >= probability - ROUNDING) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
