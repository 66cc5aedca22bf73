package io.duecast.model;

import static io.duecast.check.Check.require;

import io.duecast.risk.AgingProbabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which day within its ageing bucket an invoice is paid: tenths of the days past due that were
 * seen in each bucket. With the probabilities of the buckets they give the expected day of payment
 * and its interval.
 */
public final class ExpectedOffsets {
  static final int BUCKETS = 5;
  static final int POINTS = 11;
  private static final int LONGEST_DAYS = 100_000;

  /** The last day of each bucket, after grace. The last bucket has none: a month stands for it. */
  private static final int[] BUCKET_ENDS = {0, 30, 60, 90, 120};

  /** For each bucket the lowest, the tenths, and the highest; rising throughout. */
  private final List<List<Integer>> daysPastDue;

  /**
   * @throws IllegalArgumentException if they are not so many, or fall
   */
  ExpectedOffsets(List<List<Integer>> daysPastDue) {
    this.daysPastDue = daysPastDue.stream().map(List::copyOf).toList();
    require(daysPastDue.size() == BUCKETS, "offsets of %d buckets", daysPastDue.size());
    int before = -LONGEST_DAYS;
    for (List<Integer> bucket : daysPastDue) {
      require(bucket.size() == POINTS, "a bucket with %d offsets", bucket.size());
      for (int days : bucket) {
        require(
            before <= days && days <= LONGEST_DAYS, "the offset %d follows on %d", days, before);
        before = days;
      }
    }
  }

  /**
   * Measures the invoices that have been paid. A bucket that none of them is in is taken to be
   * even.
   *
   * @param daysPastDue of each
   */
  public static ExpectedOffsets fit(int[] daysPastDue, int graceDays) {
    int[] sorted = Arrays.stream(daysPastDue).sorted().toArray();
    List<List<Integer>> buckets = new ArrayList<>();
    int from = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int to = bucket == BUCKETS - 1 ? sorted.length : end(sorted, BUCKET_ENDS[bucket] + graceDays);
      buckets.add(
          from == to ? even(bucket, graceDays) : points(Arrays.copyOfRange(sorted, from, to)));
      from = to;
    }
    return new ExpectedOffsets(buckets);
  }

  private static int end(int[] sorted, int lastDay) {
    int end = 0;
    while (end < sorted.length && sorted[end] <= lastDay) {
      end++;
    }
    return end;
  }

  private static List<Integer> points(int[] sorted) {
    List<Integer> points = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      double at = (double) point / (POINTS - 1) * (sorted.length - 1);
      points.add(Math.clamp(sorted[(int) Math.round(at)], -LONGEST_DAYS, LONGEST_DAYS));
    }
    return points;
  }

  private static List<Integer> even(int bucket, int graceDays) {
    int first = bucket == 0 ? 0 : BUCKET_ENDS[bucket - 1] + 1;
    int[] days = new int[BUCKET_ENDS[bucket] - first + 1];
    Arrays.setAll(days, i -> first + i + graceDays);
    return points(days);
  }

  /**
   * The day past due by which the invoice is paid with a probability.
   *
   * @param probability above 0 and below 1; 0.5 gives the day to expect
   */
  public int daysPastDue(AgingProbabilities byBucket, double probability) {
    double[] parts = {
      byBucket.onTime(),
      byBucket.days1To30(),
      byBucket.days31To60(),
      byBucket.days61To90(),
      byBucket.daysOver90()
    };
    int bucket = 0;
    double before = 0;
    while (bucket < BUCKETS - 1 && before + parts[bucket] < probability) {
      before += parts[bucket++];
    }
    double part = parts[bucket] == 0 ? 0 : (probability - before) / parts[bucket];
    return within(daysPastDue.get(bucket), Math.clamp(part, 0, 1));
  }

  private static int within(List<Integer> points, double part) {
    double at = part * (POINTS - 1);
    int below = Math.min((int) at, POINTS - 2);
    int low = points.get(below);
    int high = points.get(below + 1);
    return (int) Math.round(low + (at - below) * (high - low));
  }

  List<List<Integer>> daysPastDue() {
    return daysPastDue;
  }
}
