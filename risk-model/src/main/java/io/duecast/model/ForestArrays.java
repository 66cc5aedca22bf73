package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a forest as they lie in a file: tree by tree, each in level order, so that no node
 * needs to say where its children are and no cycle can be written.
 */
final class ForestArrays {
  /** Stands for the attribute of a leaf. */
  static final short LEAF = -1;

  /** Nodes of each tree. */
  final int[] treeSizes;

  /** The feature asked for, or {@link #LEAF}. */
  final short[] attribute;

  /** Of a question about a number, the threshold; of a leaf, the share of the unpaid; else 0. */
  final double[] value;

  /** The share of its parent's rows that went to the node; 1 for a root. */
  final double[] share;

  /** Of a leaf, the share of the paid; else 0. */
  final double[] paid;

  ForestArrays(int[] treeSizes, short[] attribute, double[] value, double[] share, double[] paid) {
    this.treeSizes = treeSizes;
    this.attribute = attribute;
    this.value = value;
    this.share = share;
    this.paid = paid;
  }

  /** The arrays of a definition; an empty leaf becomes one that says what its parent would. */
  static ForestArrays of(ForestDefinition forest) {
    int[] sizes = forest.trees().stream().mapToInt(ForestArrays::nodes).toArray();
    int nodes = Arrays.stream(sizes).reduce(0, Math::addExact);
    require(forest.features().size() <= Short.MAX_VALUE, "more features than a file can number");
    ForestArrays arrays =
        new ForestArrays(
            sizes, new short[nodes], new double[nodes], new double[nodes], new double[nodes]);
    int start = 0;
    for (TreeNode root : forest.trees()) {
      start = arrays.fill(root, start);
    }
    return arrays;
  }

  private static int nodes(TreeNode node) {
    int nodes = 1;
    for (TreeNode.Branch branch : branches(node)) {
      nodes = Math.addExact(nodes, nodes(branch.child()));
    }
    return nodes;
  }

  private int fill(TreeNode root, int start) {
    Queue<Placed> queue = new ArrayDeque<>(List.of(new Placed(root, 1, null)));
    int node = start;
    while (!queue.isEmpty()) {
      Placed next = queue.remove();
      put(node++, next);
      for (TreeNode.Branch branch : branches(next.node())) {
        queue.add(new Placed(branch.child(), branch.share(), next.node().own()));
      }
    }
    return node;
  }

  private void put(int node, Placed placed) {
    share[node] = placed.share();
    switch (placed.node()) {
      case TreeNode.NumericSplit split -> {
        attribute[node] = (short) split.attribute();
        value[node] = split.threshold();
      }
      case TreeNode.CategorySplit split -> attribute[node] = (short) split.attribute();
      case TreeNode.Leaf leaf -> {
        ClassWeights own = leaf.own() == null ? placed.parent() : leaf.own();
        ClassWeights weights = Objects.requireNonNull(own, "a definition checks this");
        attribute[node] = LEAF;
        value[node] = weights.unpaidShare();
        paid[node] = weights.paidShare();
      }
    }
  }

  private static List<TreeNode.Branch> branches(TreeNode node) {
    return switch (node) {
      case TreeNode.Leaf leaf -> List.of();
      case TreeNode.NumericSplit split -> List.of(split.below(), split.notBelow());
      case TreeNode.CategorySplit split -> split.branches();
    };
  }

  private record Placed(TreeNode node, double share, @Nullable ClassWeights parent) {}
}
