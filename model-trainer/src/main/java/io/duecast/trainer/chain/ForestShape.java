package io.duecast.trainer.chain;

import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;

/**
 * A candidate for how trees are grown.
 *
 * @param inputShare share of the inputs that are tried at a split
 * @param minimumLeaf rows that a leaf holds at least
 */
public record ForestShape(double inputShare, int minimumLeaf) {
  ForestSettings settings(int trees, ClassBalance balance, long seed) {
    return new ForestSettings(trees, inputShare, minimumLeaf, 0, balance, seed);
  }
}
