package io.duecast.trainer.chain;

/**
 * A candidate for how trees are grown.
 *
 * @param inputShare share of the inputs that are tried at a split
 * @param minimumLeaf a node of fewer than twice as many rows is not split
 */
public record ForestShape(double inputShare, int minimumLeaf) {}
