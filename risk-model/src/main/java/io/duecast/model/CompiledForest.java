package io.duecast.model;

import static io.duecast.check.Check.require;
import static io.duecast.model.ForestArrays.LEAF;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forest flattened into primitive arrays. It says the same as its {@link ForestDefinition}, to
 * the last bit, and takes no memory to do so. Immutable; any number of threads may score at once.
 */
public final class CompiledForest {
  /** What {@link #way} says of a missing value. */
  static final int EVERY_WAY = -1;

  private final List<ModelFeature> features;
  private final ForestArrays arrays;
  private final int[] categories;
  private final int[] roots;
  private final int[] firstChild;

  /** What a row of which nothing but the way to the node is known scores, on average. */
  private final double[] mean;

  private int depth;

  /** Null if the forest is too large for it. */
  private final @Nullable QuickForest quick;

  /**
   * Checks every index and every number, so that a walk down can go neither astray nor on for ever.
   *
   * @throws IllegalArgumentException if the arrays are no forest over the features
   */
  CompiledForest(List<ModelFeature> features, ForestArrays arrays) {
    this.features = List.copyOf(features);
    this.arrays = arrays;
    this.categories = features.stream().mapToInt(it -> it.values().size()).toArray();
    this.roots = new int[arrays.treeSizes.length];
    this.firstChild = new int[arrays.attribute.length];
    this.mean = new double[arrays.attribute.length];
    require(roots.length > 0, "a forest of no trees");
    int start = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = start;
      int size = arrays.treeSizes[tree];
      require(size > 0 && size <= mean.length - start, "tree %d has %d nodes", tree, size);
      link(start, start + size);
      start += size;
    }
    require(start == mean.length, "%d nodes stand in no tree", mean.length - start);
    this.quick = QuickForest.of(features, arrays, roots, firstChild, mean);
  }

  public static CompiledForest of(ForestDefinition forest) {
    return new CompiledForest(forest.features(), ForestArrays.of(forest));
  }

  public List<ModelFeature> features() {
    return features;
  }

  public int trees() {
    return roots.length;
  }

  public int nodes() {
    return mean.length;
  }

  /**
   * The forest's vote, not calibrated: the share for unpaid.
   *
   * @param row a value for each feature, in order: a number, or the index of a category. NaN is
   *     missing, and so is an index that no declared category has.
   */
  public double score(double[] row) {
    double vote = quick == null ? QuickForest.TOO_MUCH : quick.score(row);
    return Double.isNaN(vote) ? slowScore(row) : vote;
  }

  /** The same, one tree after the other, in no room at all. */
  double slowScore(double[] row) {
    double paid = 0;
    double unpaid = 0;
    for (int root : roots) {
      int node = descend(root, row);
      if (isLeaf(node)) {
        paid += arrays.paid[node];
        unpaid += arrays.value[node];
      } else {
        paid += spread(node, row, arrays.paid);
        unpaid += spread(node, row, arrays.value);
      }
    }
    return unpaid / (paid + unpaid);
  }

  /** The leaf that the row comes to, or the first node that asks for what is missing. */
  private int descend(int from, double[] row) {
    int node = from;
    while (!isLeaf(node)) {
      int way = way(node, row);
      if (way == EVERY_WAY) {
        return node;
      }
      node = firstChild[node] + way;
    }
    return node;
  }

  /** Weka's nested sum over the children, for one class; a share of 0 would add nothing. */
  private double spread(int node, double[] row, double[] leafShare) {
    double sum = 0;
    int end = firstChild[node] + branches(node);
    for (int child = firstChild[node]; child < end; child++) {
      double share = arrays.share[child];
      if (share != 0) {
        int stop = descend(child, row);
        sum += share * (isLeaf(stop) ? leafShare[stop] : spread(stop, row, leafShare));
      }
    }
    return sum;
  }

  /** Tells to which leaves of a tree the row comes: one, or more if it lacks a value. */
  void reach(int tree, double[] row, LeafVisitor visitor) {
    reach(roots[tree], 1, row, visitor);
  }

  private void reach(int from, double share, double[] row, LeafVisitor visitor) {
    int node = descend(from, row);
    if (isLeaf(node)) {
      visitor.reached(node, share);
      return;
    }
    for (int child = firstChild[node]; child < firstChild[node] + branches(node); child++) {
      if (arrays.share[child] != 0) {
        reach(child, share * arrays.share[child], row, visitor);
      }
    }
  }

  /** Which child of an inner node the row goes to, from 0. */
  int way(int node, double[] row) {
    int attribute = arrays.attribute[node];
    double value = row[attribute];
    int categories = this.categories[attribute];
    if (categories == 0) {
      double threshold = arrays.value[node];
      return value < threshold ? 0 : value >= threshold ? 1 : EVERY_WAY;
    }
    return value >= 0 && value < categories ? (int) value : EVERY_WAY;
  }

  boolean isLeaf(int node) {
    return arrays.attribute[node] == LEAF;
  }

  int branches(int node) {
    return branchesOf(arrays.attribute[node]);
  }

  int root(int tree) {
    return roots[tree];
  }

  int attribute(int node) {
    return arrays.attribute[node];
  }

  int firstChild(int node) {
    return firstChild[node];
  }

  double share(int node) {
    return arrays.share[node];
  }

  double mean(int node) {
    return mean[node];
  }

  /** Of the deepest leaf; a root alone has 0. */
  public int depth() {
    return depth;
  }

  /** Null if the forest is too large to be walked quickly. */
  @Nullable QuickForest quick() {
    return quick;
  }

  ForestArrays arrays() {
    return arrays;
  }

  private int branchesOf(int attribute) {
    return categories[attribute] == 0 ? 2 : categories[attribute];
  }

  private void link(int start, int end) {
    require(arrays.share[start] == 1, "node %d: a root of share %s", start, arrays.share[start]);
    int placed = start + 1;
    int level = 0;
    int levelEnd = placed;
    for (int node = start; node < end; node++) {
      require(node < placed, "node %d is nobody's child", node);
      if (node == levelEnd) {
        level++;
        levelEnd = placed;
        require(level <= ForestDefinition.MAX_DEPTH, "node %d is too deep", node);
      }
      if (isLeaf(node)) {
        checkLeaf(node);
      } else {
        checkSplit(node, placed, end);
        firstChild[node] = placed;
        placed += branches(node);
      }
    }
    require(placed == end, "the children of the tree at %d are cut off", start);
    depth = Math.max(depth, level);
    for (int node = end - 1; node >= start; node--) {
      mean[node] = isLeaf(node) ? arrays.value[node] : meanOfChildren(node);
    }
  }

  private void checkLeaf(int node) {
    double paid = arrays.paid[node];
    double unpaid = arrays.value[node];
    require(
        Math.abs(paid + unpaid - 1) < 1e-9 && Math.min(paid, unpaid) >= -ClassWeights.TOLERANCE,
        "leaf %d: the shares %s and %s",
        node,
        paid,
        unpaid);
  }

  private void checkSplit(int node, int firstChild, int end) {
    int attribute = arrays.attribute[node];
    require(
        attribute >= 0 && attribute < categories.length,
        "node %d asks for feature %d of %d",
        node,
        attribute,
        categories.length);
    require(Double.isFinite(arrays.value[node]), "node %d: no threshold", node);
    int branches = branchesOf(attribute);
    require(branches <= end - firstChild, "the children of node %d are cut off", node);
    double sum = 0;
    for (int child = firstChild; child < firstChild + branches; child++) {
      double share = arrays.share[child];
      require(share >= 0 && share <= 1, "node %d: share %s", child, share);
      sum += share;
    }
    require(Math.abs(sum - 1) < 1e-9, "node %d: its children's shares sum to %s", node, sum);
  }

  private double meanOfChildren(int node) {
    double sum = 0;
    for (int child = firstChild[node]; child < firstChild[node] + branches(node); child++) {
      sum += arrays.share[child] * mean[child];
    }
    return sum;
  }
}
