package io.duecast.trainer.calibration;

/**
 * What a vote estimates: trees that correct vote around one half, and so pull the mean over all
 * trees there.
 *
 * @param firstTrees that learned the labels
 * @param trees in all
 */
public record VoteScale(int firstTrees, int trees) {
  private static final double NO_ERROR = 0.5;

  /** The estimate of the label; about 0..1. */
  double estimate(double vote) {
    return (trees * vote - NO_ERROR * (trees - firstTrees)) / firstTrees;
  }
}
