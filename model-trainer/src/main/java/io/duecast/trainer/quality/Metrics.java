package io.duecast.trainer.quality;

import static io.duecast.check.Check.require;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * The headline figures of predictions on labelled rows.
 *
 * @param rows predicted
 * @param lateShare of these
 * @param auc area under the ROC curve, ties averaged; NaN if all have one label
 * @param prAuc average precision, ties taken together; NaN if none is late
 * @param brier mean squared difference
 * @param logLoss natural logarithm, probabilities clipped to 0.001 .. 0.999
 * @param accuracy at one half
 * @param ece mean difference of predicted and observed share over ten bins of equal count
 * @param topPrecision share late of the tenth with the highest probabilities
 * @param topRecall share of the late that this tenth holds
 */
public record Metrics(
    int rows,
    double lateShare,
    double auc,
    double prAuc,
    double brier,
    double logLoss,
    double accuracy,
    double ece,
    double topPrecision,
    double topRecall) {
  private static final double CLIP = 0.001;
  private static final int BINS = 10;

  /**
   * Measures.
   *
   * @param probabilities 0..1, one for each row
   * @param late the rows that were late
   * @throws IllegalArgumentException if there are no rows, or one is no probability
   */
  public static Metrics of(double[] probabilities, BitSet late) {
    int n = probabilities.length;
    require(n > 0, "no predictions to measure");
    for (double p : probabilities) {
      require(p >= 0 && p <= 1, "%s is no probability", p);
    }
    int[] order = ascending(probabilities);
    int lateRows = late.get(0, n).cardinality();
    double squares = 0;
    double loss = 0;
    int hits = 0;
    for (int i = 0; i < n; i++) {
      double p = probabilities[i];
      double clipped = Math.clamp(p, CLIP, 1 - CLIP);
      boolean isLate = late.get(i);
      squares += (p - (isLate ? 1 : 0)) * (p - (isLate ? 1 : 0));
      loss -= Math.log(isLate ? clipped : 1 - clipped);
      hits += (p >= 0.5) == isLate ? 1 : 0;
    }
    int top = Math.max(1, n / 10);
    int lateOnTop = 0;
    for (int i = n - top; i < n; i++) {
      lateOnTop += late.get(order[i]) ? 1 : 0;
    }
    return new Metrics(
        n,
        (double) lateRows / n,
        auc(probabilities, late, order, lateRows),
        averagePrecision(probabilities, late, order, lateRows),
        squares / n,
        loss / n,
        (double) hits / n,
        ece(probabilities, late, order),
        (double) lateOnTop / top,
        (double) lateOnTop / Math.max(1, lateRows));
  }

  /** Rows by rising probability; equal ones in their order. */
  private static int[] ascending(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static double auc(double[] p, BitSet late, int[] order, int lateRows) {
    int n = p.length;
    double rankSum = 0;
    for (int i = 0; i < n; ) {
      int end = endOfTie(p, order, i);
      double meanRank = (i + end + 1) / 2.0;
      rankSum += meanRank * lateAmong(late, order, i, end);
      i = end;
    }
    double pairs = (double) lateRows * (n - lateRows);
    return pairs == 0 ? Double.NaN : (rankSum - lateRows * (lateRows + 1.0) / 2) / pairs;
  }

  private static double averagePrecision(double[] p, BitSet late, int[] order, int lateRows) {
    int n = p.length;
    int found = 0;
    double sum = 0;
    for (int end = n; end > 0; ) {
      int start = startOfTie(p, order, end);
      int more = lateAmong(late, order, start, end);
      found += more;
      sum += (double) more / lateRows * found / (n - start);
      end = start;
    }
    return lateRows == 0 ? Double.NaN : sum;
  }

  private static double ece(double[] p, BitSet late, int[] order) {
    int n = p.length;
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      double difference = 0;
      for (int i = (int) ((long) b * n / BINS); i < (int) ((b + 1L) * n / BINS); i++) {
        difference += p[order[i]] - (late.get(order[i]) ? 1 : 0);
      }
      sum += Math.abs(difference);
    }
    return sum / n;
  }

  private static int endOfTie(double[] p, int[] order, int start) {
    int end = start;
    while (end < order.length && p[order[end]] == p[order[start]]) {
      end++;
    }
    return end;
  }

  private static int startOfTie(double[] p, int[] order, int end) {
    int start = end;
    while (start > 0 && p[order[start - 1]] == p[order[end - 1]]) {
      start--;
    }
    return start;
  }

  private static int lateAmong(BitSet late, int[] order, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += late.get(order[i]) ? 1 : 0;
    }
    return count;
  }
}
