package io.duecast.trainer.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Resamples of whole customers: they, not their invoices, are the sample. Each draws as many
 * customers as there are, from their ids in order, with one random generator for all.
 */
public final class CustomerBootstrap {
  private final List<int[]> copies = new ArrayList<>();

  /**
   * Draws.
   *
   * @param customers of each row
   */
  public CustomerBootstrap(List<String> customers, int resamples, long seed) {
    List<String> ids = List.copyOf(new TreeSet<>(customers));
    int[] place = customers.stream().mapToInt(it -> Collections.binarySearch(ids, it)).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < resamples; i++) {
      int[] times = new int[ids.size()];
      for (int draw = 0; draw < times.length; draw++) {
        times[random.nextInt(times.length)]++;
      }
      copies.add(Arrays.stream(place).map(it -> times[it]).toArray());
    }
  }

  /** Copies of each row, one array for each resample; not to be changed. */
  public List<int[]> resamples() {
    return copies;
  }

  /** The 2.5th and the 97.5th percentile of a figure; those that are no number are left out. */
  public static <T> double[] interval(List<T> figures, ToDoubleFunction<T> figure) {
    double[] sorted =
        figures.stream().mapToDouble(figure).filter(it -> !Double.isNaN(it)).sorted().toArray();
    if (sorted.length == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    return new double[] {
      sorted[(int) Math.round(0.025 * (sorted.length - 1))],
      sorted[(int) Math.round(0.975 * (sorted.length - 1))]
    };
  }
}
