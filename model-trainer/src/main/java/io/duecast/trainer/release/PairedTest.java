package io.duecast.trainer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How sure it is that one has the smaller Brier score than another on the same rows: customers, not
 * invoices, are drawn again and again, with replacement.
 */
final class PairedTest {
  private static final int DRAWS = 500;
  private static final long SEED = 20_260_101;

  private PairedTest() {}

  /** The share of draws in which {@code one} is better, 0..1; 0.5 if there is no difference. */
  static double better(Contest contest, double[] one, double[] other) {
    Map<String, Integer> clusters = new LinkedHashMap<>();
    List<double[]> sums = new ArrayList<>();
    for (int row = 0; row < contest.rows(); row++) {
      int cluster =
          clusters.computeIfAbsent(
              contest.customers().get(row),
              it -> {
                sums.add(new double[1]);
                return sums.size() - 1;
              });
      sums.get(cluster)[0] +=
          square(other[row] - contest.outcome(row)) - square(one[row] - contest.outcome(row));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double wins = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double gain = 0;
      for (int i = 0; i < sums.size(); i++) {
        gain += sums.get(random.nextInt(sums.size()))[0];
      }
      wins += gain > 0 ? 1 : gain == 0 ? 0.5 : 0;
    }
    return wins / DRAWS;
  }

  private static double square(double x) {
    return x * x;
  }
}
