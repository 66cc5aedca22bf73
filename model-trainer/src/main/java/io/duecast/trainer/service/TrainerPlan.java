package io.duecast.trainer.service;

import io.duecast.feature.FeatureSet;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.release.GatePolicy;
import io.duecast.trainer.release.TrialPolicy;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.WireSerdes;
import java.util.Properties;

/**
 * How a trainer works.
 *
 * @param cluster what a client needs to reach the brokers
 * @param features those that are served
 * @param policy what counts as late
 * @param trial of what passes the gate, before it takes over
 * @param mostRows labelled invoices kept in memory; of more a sample is taken
 * @param seed the same labels and seed, the same model
 */
public record TrainerPlan(
    Properties cluster,
    NamedTopics topics,
    WireSerdes serdes,
    FeatureSet features,
    LabelPolicy policy,
    TrainingSettings training,
    GatePolicy gate,
    TrialPolicy trial,
    int mostRows,
    long seed) {
  /** The same, but what passes the gate takes over at once. */
  public TrainerPlan withoutTrial() {
    return new TrainerPlan(
        cluster,
        topics,
        serdes,
        features,
        policy,
        training,
        gate,
        TrialPolicy.NONE,
        mostRows,
        seed);
  }
}
