package io.duecast.trainer.forest;

import java.util.List;

/**
 * A forest, and what its trees say of the training rows that they have not seen.
 *
 * @param stages after the first trees and after each round of correction: for each training row the
 *     vote for late, 0..1; NaN if every tree has seen it
 */
public record TrainedForest(Forest forest, List<double[]> stages) {
  public TrainedForest {
    stages = List.copyOf(stages);
  }

  /** The votes of all trees together. */
  public double[] outOfBagVotes() {
    return stages.getLast();
  }
}
