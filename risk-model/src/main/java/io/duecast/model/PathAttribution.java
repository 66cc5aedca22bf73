package io.duecast.model;

/**
 * What each feature moved a forest's vote by, along the paths of its trees (Saabas): the bias and
 * all contributions sum to the vote. Costs about as much as a score and takes no memory. It favours
 * the questions near the leaves; {@link TreeShap} is fair, and dearer.
 */
public final class PathAttribution {
  private PathAttribution() {}

  /**
   * Adds the contributions of one row.
   *
   * @param row as for {@link CompiledForest#score}; a missing value contributes nothing by itself
   * @param contributions one for each feature; added to
   * @return the bias: the vote on a row of which nothing is known
   */
  public static double add(CompiledForest forest, double[] row, double[] contributions) {
    double bias = 0;
    double weight = 1.0 / forest.trees();
    QuickForest quick = forest.quick();
    boolean isQuick = quick != null && quick.attribute(row, weight, contributions);
    for (int tree = 0; tree < forest.trees(); tree++) {
      int root = forest.root(tree);
      bias += weight * forest.mean(root);
      if (!isQuick) {
        walk(forest, root, row, weight, contributions);
      }
    }
    return bias;
  }

  private static void walk(
      CompiledForest forest, int from, double[] row, double weight, double[] contributions) {
    int node = from;
    while (!forest.isLeaf(node)) {
      int way = forest.way(node, row);
      int first = forest.firstChild(node);
      if (way == CompiledForest.EVERY_WAY) {
        for (int child = first; child < first + forest.branches(node); child++) {
          walk(forest, child, row, weight * forest.share(child), contributions);
        }
        return;
      }
      double moved = forest.mean(first + way) - forest.mean(node);
      contributions[forest.attribute(node)] += weight * moved;
      node = first + way;
    }
  }
}
