package io.duecast.trainer.forest;

import io.duecast.model.CompiledForest;
import io.duecast.trainer.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.core.Instance;

/**
 * How well a compiled forest repeats what Weka says of the same rows, one by one.
 *
 * @param rows that were compared
 * @param largestDifference between the votes; 0 if they are the same to the last bit
 */
public record Parity(int rows, double largestDifference) {
  /** Nothing was compared. */
  public static final Parity NONE = new Parity(0, 0);

  private static final long SEED = 20_260_101;

  /** One row in so many has values taken out. */
  private static final int TORN = 3;

  private static final int MOST_TAKEN_OUT = 4;

  /**
   * Compares them on so many rows: those given, over again if they are fewer, a third of them with
   * some values missing.
   */
  public static Parity of(Forest forest, CompiledForest compiled, Dataset given, int rows) {
    if (rows == 0) {
      return NONE;
    }
    int[] first = IntStream.range(0, Math.min(rows, given.rows())).toArray();
    List<Instance> instances = forest.inputs().instances(given.rows(first));
    double largest =
        IntStream.range(0, rows)
            .parallel()
            .mapToDouble(row -> difference(forest, compiled, instances, row))
            .max()
            .orElse(0);
    return new Parity(rows, largest);
  }

  /** Both comparisons as one. */
  public Parity and(Parity other) {
    return new Parity(rows + other.rows, Math.max(largestDifference, other.largestDifference));
  }

  /** Whether not a bit differs. */
  public boolean holds() {
    return largestDifference == 0;
  }

  private static double difference(
      Forest forest, CompiledForest compiled, List<Instance> instances, int row) {
    int features = forest.inputs().features().size();
    Instance tried = (Instance) instances.get(row % instances.size()).copy();
    SplittableRandom random = new SplittableRandom(SEED + row);
    if (random.nextInt(TORN) == 0) {
      for (int i = random.nextInt(MOST_TAKEN_OUT); i >= 0; i--) {
        tried.setMissing(random.nextInt(features));
      }
    }
    double weka = forest.distribution(tried)[1];
    double difference =
        Math.abs(weka - compiled.score(Arrays.copyOf(tried.toDoubleArray(), features)));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
