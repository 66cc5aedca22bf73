package io.duecast.trainer.quality;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The calibration error that probabilities would show if they were true: so few rows, and so
 * uncertain ones, cannot tell it from 0. Rows are drawn one by one; customers that keep together
 * make it larger.
 */
public final class EceByChance {
  private static final int DRAWS = 200;
  private static final int BINS = 10;

  private EceByChance() {}

  /** The mean over draws of outcomes from the probabilities themselves. */
  public static double of(double[] probabilities, long seed) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      sum += drawn(sorted, random);
    }
    return sum / DRAWS;
  }

  private static double drawn(double[] sorted, SplittableRandom random) {
    int rows = sorted.length;
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double difference = 0;
      for (int row = bin * rows / BINS; row < (bin + 1) * rows / BINS; row++) {
        difference += sorted[row] - (random.nextDouble() < sorted[row] ? 1 : 0);
      }
      error += Math.abs(difference);
    }
    return error / rows;
  }
}
