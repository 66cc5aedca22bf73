package io.duecast.trainer.forest;

/**
 * A forest, and what its trees say of the training rows that they have not seen.
 *
 * @param outOfBagVotes for each training row the vote for late, 0..1; NaN if every tree has seen it
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainedForest(Forest forest, double[] outOfBagVotes) {}
