package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a tree in the terms of Weka's RandomTree. */
public sealed interface TreeNode {
  /** Its class distribution; null where Weka kept none. */
  @Nullable ClassWeights own();

  /**
   * The end of a path.
   *
   * @param own null if no training row came here: a row that does takes the parent's distribution
   */
  record Leaf(@Nullable ClassWeights own) implements TreeNode {}

  /**
   * A question about a number: below the threshold or not?
   *
   * @param attribute index of the feature
   * @param own needed if a child is an empty leaf
   */
  record NumericSplit(
      int attribute, double threshold, Branch below, Branch notBelow, @Nullable ClassWeights own)
      implements TreeNode {
    public NumericSplit {
      require(Double.isFinite(threshold), "attribute %d: threshold %s", attribute, threshold);
      check(attribute, List.of(below, notBelow), own);
    }
  }

  /**
   * A question about a category: which one?
   *
   * @param attribute index of the feature
   * @param branches one for each declared value, in order
   * @param own needed if a child is an empty leaf
   */
  record CategorySplit(int attribute, List<Branch> branches, @Nullable ClassWeights own)
      implements TreeNode {
    public CategorySplit {
      branches = List.copyOf(branches);
      check(attribute, branches, own);
    }
  }

  /**
   * A way down.
   *
   * @param share of the training rows with a known value that went this way; Weka's m_Prop
   */
  record Branch(double share, TreeNode child) {
    public Branch {
      require(share >= 0 && share <= 1, "%s is no share of a branch", share);
    }

    boolean isEmpty() {
      return child instanceof Leaf leaf && leaf.own() == null;
    }
  }

  private static void check(int attribute, List<Branch> branches, @Nullable ClassWeights own) {
    double sum = 0;
    for (Branch branch : branches) {
      sum += branch.share();
      require(
          !branch.isEmpty() || (own != null && branch.share() == 0),
          "attribute %d: an empty leaf with a share of %s under the distribution %s",
          attribute,
          branch.share(),
          String.valueOf(own));
    }
    require(Math.abs(sum - 1) < 1e-9, "attribute %d: the shares sum to %s", attribute, sum);
  }
}
