package io.duecast.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where numbers are parted so that about as many lie in each part. A number that comes often has a
 * part of its own, however the others lie.
 */
final class Bins {
  private static final double SHARE = 0.1;

  /** A smaller part tells chance and little else. */
  private static final double LEAST = 0.01;

  private Bins() {}

  /**
   * The limits between the parts, rising; one part fewer than there are.
   *
   * @param values none is NaN
   */
  static List<Double> limits(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Double> limits = new ArrayList<>();
    int taken = 0;
    for (int start = 0; start < sorted.length; ) {
      int end = endOfTie(sorted, start);
      boolean isOften = end - start >= SHARE * sorted.length;
      if (isOften && start - taken >= Math.max(1, LEAST * sorted.length)) {
        limits.add(sorted[start - 1]);
        taken = start;
      }
      boolean isFull = end - taken >= SHARE * sorted.length;
      if (isFull && sorted.length - end >= Math.max(1, LEAST * sorted.length)) {
        limits.add(sorted[end - 1]);
        taken = end;
      }
      start = end;
    }
    return limits;
  }

  /** The part that a number lies in: up to a limit and with it. */
  static int of(double value, List<Double> limits) {
    int bin = 0;
    while (bin < limits.size() && value > limits.get(bin)) {
      bin++;
    }
    return bin;
  }

  private static int endOfTie(double[] sorted, int start) {
    int end = start;
    while (end < sorted.length && sorted[end] == sorted[start]) {
      end++;
    }
    return end;
  }
}
