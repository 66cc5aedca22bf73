package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.List;

/**
 * A random forest of two classes as Weka trained it, node by node; what a trainer hands over. To
 * score, compile it.
 *
 * <p>It means what Weka 3.8.7 does with one row. A number goes below if it is {@code <} the
 * threshold, a category to the child of its index. A missing value goes every way, and the
 * children's distributions are summed by their shares; an empty leaf adds nothing there. A leaf
 * says its class weights divided by their sum; an empty one lets its parent say its own. The forest
 * sums its trees in order and divides by the sum.
 *
 * @param features in the order of a row
 * @param trees their roots
 */
public record ForestDefinition(List<ModelFeature> features, List<TreeNode> trees) {
  /** More than any forest needs, and what the stack of a thread bears. */
  static final int MAX_DEPTH = 500;

  public ForestDefinition {
    features = List.copyOf(features);
    trees = List.copyOf(trees);
    require(!trees.isEmpty(), "a forest of no trees");
    for (TreeNode root : trees) {
      require(
          !(root instanceof TreeNode.Leaf leaf) || leaf.own() != null,
          "a tree that is an empty leaf");
      check(root, features, 0);
    }
  }

  private static void check(TreeNode node, List<ModelFeature> features, int depth) {
    require(depth <= MAX_DEPTH, "a tree deeper than %d", MAX_DEPTH);
    switch (node) {
      case TreeNode.Leaf leaf -> {}
      case TreeNode.NumericSplit split -> {
        require(
            isIn(features, split.attribute()) && !features.get(split.attribute()).isCategory(),
            "attribute %d is split as a number",
            split.attribute());
        check(split.below().child(), features, depth + 1);
        check(split.notBelow().child(), features, depth + 1);
      }
      case TreeNode.CategorySplit split -> {
        require(
            isIn(features, split.attribute())
                && features.get(split.attribute()).values().size() == split.branches().size(),
            "attribute %d is split into %d categories",
            split.attribute(),
            split.branches().size());
        for (TreeNode.Branch branch : split.branches()) {
          check(branch.child(), features, depth + 1);
        }
      }
    }
  }

  private static boolean isIn(List<ModelFeature> features, int attribute) {
    return attribute >= 0 && attribute < features.size();
  }
}
