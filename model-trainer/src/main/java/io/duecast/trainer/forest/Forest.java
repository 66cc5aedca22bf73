package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** In the order of their votes. */
  public List<RandomTree> trees() {
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

  /** The same by the first trees alone, for each of so many, rising. */
  public List<double[]> votes(Dataset rows, List<Integer> firstTrees) {
    List<Instance> instances = inputs.instances(rows);
    List<double[]> votes = new ArrayList<>();
    double[][] byRow =
        IntStream.range(0, instances.size())
            .parallel()
            .mapToObj(row -> votes(instances.get(row), firstTrees))
            .toArray(double[][]::new);
    for (int stage = 0; stage < firstTrees.size(); stage++) {
      int of = stage;
      votes.add(Arrays.stream(byRow).mapToDouble(row -> row[of]).toArray());
    }
    return votes;
  }

  private double[] votes(Instance row, List<Integer> firstTrees) {
    double[] votes = new double[firstTrees.size()];
    double late = 0;
    int voted = 0;
    for (int stage = 0; stage < votes.length; stage++) {
      while (voted < firstTrees.get(stage)) {
        late += distribution(trees.get(voted++), row)[1];
      }
      votes[stage] = Math.clamp(late / voted, 0.0, 1.0);
    }
    return votes;
  }

  /** The distribution over paid and unpaid, with the very additions of Weka's RandomForest. */
  public double[] distribution(Instance row) {
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
