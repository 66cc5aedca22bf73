package io.duecast.model;

import org.jspecify.annotations.Nullable;

/** Votes as Weka 3.8.7 does, line by line: RandomTree.Tree and Bagging, distributionForInstance. */
final class ForestTwin {
  private ForestTwin() {}

  static double score(ForestDefinition forest, double[] row) {
    double[] sums = new double[2];
    for (TreeNode tree : forest.trees()) {
      double[] votes = distribution(tree, forest, row);
      for (int j = 0; j < 2; j++) {
        sums[j] += votes[j];
      }
    }
    return normalized(sums)[1];
  }

  private static double @Nullable [] distribution(
      TreeNode node, ForestDefinition forest, double[] row) {
    double[] returned =
        switch (node) {
          case TreeNode.Leaf leaf -> null;
          case TreeNode.NumericSplit split -> {
            double value = row[split.attribute()];
            if (Double.isNaN(value)) {
              yield spread(forest, row, split.below(), split.notBelow());
            }
            TreeNode.Branch way = value < split.threshold() ? split.below() : split.notBelow();
            yield distribution(way.child(), forest, row);
          }
          case TreeNode.CategorySplit split -> {
            double value = row[split.attribute()];
            int values = forest.features().get(split.attribute()).values().size();
            boolean isMissing = Double.isNaN(value) || value < 0 || value >= values;
            yield isMissing
                ? spread(forest, row, split.branches().toArray(new TreeNode.Branch[0]))
                : distribution(split.branches().get((int) value).child(), forest, row);
          }
        };
    if (returned != null) {
      return returned;
    }
    ClassWeights own = node.own();
    return own == null ? null : normalized(new double[] {own.paid(), own.unpaid()});
  }

  private static double[] spread(
      ForestDefinition forest, double[] row, TreeNode.Branch... branches) {
    double[] returned = new double[2];
    for (TreeNode.Branch branch : branches) {
      double[] help = distribution(branch.child(), forest, row);
      if (help != null) {
        for (int j = 0; j < help.length; j++) {
          returned[j] += branch.share() * help[j];
        }
      }
    }
    return returned;
  }

  private static double[] normalized(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return new double[] {values[0] / sum, values[1] / sum};
  }
}
