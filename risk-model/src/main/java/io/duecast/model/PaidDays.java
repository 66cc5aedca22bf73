package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Days past due of invoices, paid or still open, as evenly spaced points of their distribution. An
 * open one counts for what it says: that it was not paid up to its day (Kaplan and Meier). What no
 * payment tells of any more is taken to be paid on the last day seen.
 */
public final class PaidDays {
  /** In the middle of as many equal parts. */
  public static final int POINTS = 15;

  /** Nothing is told of what is further away. */
  static final int LONGEST_DAYS = 30_000;

  private final int[] days;
  private final boolean[] paid;
  private final double[] weights;

  /**
   * @param days past due: of the payment, or the last on which it was seen open
   * @param paid whether the day is that of the payment
   * @param weights positive
   */
  public PaidDays(int[] days, boolean[] paid, double[] weights) {
    require(
        days.length > 0 && days.length == paid.length && days.length == weights.length,
        "%d days, %d payments, %d weights",
        days.length,
        paid.length,
        weights.length);
    this.days = days.clone();
    this.paid = paid.clone();
    this.weights = weights.clone();
  }

  /** The points; they never fall. */
  short[] points() {
    int[] order =
        IntStream.range(0, days.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> days[i]).thenComparing(i -> paid[i] ? 0 : 1))
            .mapToInt(i -> i)
            .toArray();
    double atRisk = Arrays.stream(weights).sum();
    double open = 1;
    short[] points = new short[POINTS];
    int next = 0;
    for (int i : order) {
      if (paid[i]) {
        open *= Math.max(0, 1 - weights[i] / atRisk);
        while (next < POINTS && 1 - open >= (next + 0.5) / POINTS - 1e-9) {
          points[next++] = told(days[i]);
        }
      }
      atRisk -= weights[i];
    }
    Arrays.fill(points, next, POINTS, told(days[order[order.length - 1]]));
    return points;
  }

  private static short told(int days) {
    return (short) Math.clamp(days, -LONGEST_DAYS, LONGEST_DAYS);
  }
}
