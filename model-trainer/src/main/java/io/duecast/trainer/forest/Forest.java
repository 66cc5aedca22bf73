package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.trees.RandomTree;
import weka.core.Instance;
import weka.core.Utils;

/**
 * Trees of Weka that vote together, as in Weka's RandomForest: the sum of their distributions in
 * order, divided by its sum.
 */
public final class Forest {
  private final ModelInputs inputs;
  private final List<RandomTree> trees;

  Forest(ModelInputs inputs, List<RandomTree> trees) {
    this.inputs = inputs;
    this.trees = List.copyOf(trees);
  }

  public ModelInputs inputs() {
    return inputs;
  }

  List<RandomTree> trees() {
    return trees;
  }

  /** The vote for late of each row, 0..1: Weka's rounding, a hair below 0, is cut off. */
  public double[] votes(Dataset rows) {
    List<Instance> instances = inputs.instances(rows);
    return IntStream.range(0, instances.size())
        .parallel()
        .mapToDouble(row -> Math.clamp(distribution(instances.get(row))[1], 0.0, 1.0))
        .toArray();
  }

  /** The distribution over paid and unpaid, with the very additions of Weka's RandomForest. */
  double[] distribution(Instance row) {
    double[] sums = new double[2];
    for (RandomTree tree : trees) {
      double[] one = distribution(tree, row);
      sums[0] += one[0];
      sums[1] += one[1];
    }
    if (!Utils.eq(Utils.sum(sums), 0)) {
      Utils.normalize(sums);
    }
    return sums;
  }

  /** What one tree says. */
  static double[] distribution(RandomTree tree, Instance row) {
    try {
      return tree.distributionForInstance(row);
    } catch (Exception e) {
      throw new IllegalStateException("Weka could not score a row", e);
    }
  }
}
