package io.duecast.trainer.quality;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * Labelled rows in the order of their probabilities, so that figures of a resample need no sorting.
 * They are those of {@link Metrics} on rows of which each stands there as often as it was drawn.
 */
public final class RankedRows {
  private static final int BINS = 10;

  /** What is measured of a resample; NaN where it has one label only. */
  public record Figures(double auc, double prAuc, double brier, double logLoss, double ece) {}

  private final double[] p;
  private final boolean[] late;
  private final int[] row;

  public RankedRows(double[] probabilities, BitSet lateRows) {
    Integer[] order = new Integer[probabilities.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
    p = new double[order.length];
    late = new boolean[order.length];
    row = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      row[i] = order[i];
      p[i] = probabilities[order[i]];
      late[i] = lateRows.get(order[i]);
    }
  }

  /**
   * Measures.
   *
   * @param copies of each row, by its place in what was given
   */
  public Figures figures(int[] copies) {
    long all = 0;
    long lateRows = 0;
    double squares = 0;
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      int times = copies[row[i]];
      double clipped = Math.clamp(p[i], 0.001, 0.999);
      all += times;
      lateRows += late[i] ? times : 0;
      squares += times * (p[i] - (late[i] ? 1 : 0)) * (p[i] - (late[i] ? 1 : 0));
      loss -= times * Math.log(late[i] ? clipped : 1 - clipped);
    }
    return new Figures(
        auc(copies, all, lateRows),
        averagePrecision(copies, lateRows),
        squares / all,
        loss / all,
        ece(copies, all));
  }

  private double auc(int[] copies, long all, long lateRows) {
    double won = 0;
    long onTimeBelow = 0;
    for (int i = 0; i < p.length; ) {
      long tiedLate = 0;
      long tied = 0;
      int end = i;
      for (; end < p.length && p[end] == p[i]; end++) {
        tied += copies[row[end]];
        tiedLate += late[end] ? copies[row[end]] : 0;
      }
      won += tiedLate * (onTimeBelow + (tied - tiedLate) / 2.0);
      onTimeBelow += tied - tiedLate;
      i = end;
    }
    double pairs = (double) lateRows * (all - lateRows);
    return pairs == 0 ? Double.NaN : won / pairs;
  }

  private double averagePrecision(int[] copies, long lateRows) {
    double sum = 0;
    long found = 0;
    long seen = 0;
    for (int end = p.length; end > 0; ) {
      int start = end;
      long more = 0;
      for (; start > 0 && p[start - 1] == p[end - 1]; start--) {
        seen += copies[row[start - 1]];
        more += late[start - 1] ? copies[row[start - 1]] : 0;
      }
      found += more;
      sum += seen == 0 ? 0 : (double) more / lateRows * found / seen;
      end = start;
    }
    return lateRows == 0 ? Double.NaN : sum;
  }

  private double ece(int[] copies, long all) {
    double sum = 0;
    double difference = 0;
    int bin = 0;
    long seen = 0;
    for (int i = 0; i < p.length; i++) {
      for (int copy = 0; copy < copies[row[i]]; copy++) {
        while (seen >= (bin + 1L) * all / BINS) {
          sum += Math.abs(difference);
          difference = 0;
          bin++;
        }
        difference += p[i] - (late[i] ? 1 : 0);
        seen++;
      }
    }
    return (sum + Math.abs(difference)) / all;
  }
}
