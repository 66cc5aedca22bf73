package io.duecast.trainer.forest;

import static io.duecast.check.Check.require;

/**
 * How a forest is grown.
 *
 * @param trees at least 2, so that a row can be out of the bag of one
 * @param inputShare share of the inputs that are tried at a split, in (0, 1]
 * @param minimumLeaf rows, by weight, that a leaf holds at least
 * @param maximumDepth 0 for no limit
 * @param balance what is done about late rows being few
 * @param seed the same, the same forest, whatever the number of threads
 */
public record ForestSettings(
    int trees,
    double inputShare,
    int minimumLeaf,
    int maximumDepth,
    ClassBalance balance,
    long seed) {
  public ForestSettings {
    require(trees >= 2, "%d trees are no forest", trees);
    require(inputShare > 0 && inputShare <= 1, "%s is no share of the inputs", inputShare);
    require(minimumLeaf >= 1, "a leaf of at least %d rows", minimumLeaf);
    require(maximumDepth >= 0, "a depth of %d", maximumDepth);
  }

  /** Inputs tried at a split, of so many. */
  int inputsPerSplit(int inputs) {
    return Math.clamp(Math.round(inputShare * inputs), 1, inputs);
  }
}
