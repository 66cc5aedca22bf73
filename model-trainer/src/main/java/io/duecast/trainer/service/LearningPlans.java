package io.duecast.trainer.service;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.release.GatePolicy;
import io.duecast.trainer.release.TrialPolicy;
import io.duecast.wire.WireSerdes;
import java.util.Properties;

/** What is set about learning, as the trainer takes it. */
public final class LearningPlans {
  private static final long SEED = 1;

  private LearningPlans() {}

  /**
   * How a trainer works on a cluster.
   *
   * @param cluster what a client needs to reach the brokers
   */
  public static TrainerPlan of(DuecastSettings settings, Properties cluster, WireSerdes serdes) {
    return new TrainerPlan(
        cluster,
        settings.topics(),
        serdes,
        settings.ledger().desk().features(),
        settings.ledger().desk().policy(),
        settings.text(Catalogue.LEARNING_EFFORT).equals("quick")
            ? TrainingSettings.QUICK
            : TrainingSettings.DEFAULT,
        GatePolicy.DEFAULT,
        new TrialPolicy(
            settings.number(Catalogue.LEARNING_TRIAL),
            TrialPolicy.DEFAULT.days(),
            TrialPolicy.DEFAULT.patience()),
        settings.number(Catalogue.LEARNING_ROWS),
        SEED);
  }

  /** When it learns. */
  public static Schedule schedule(DuecastSettings settings) {
    return new Schedule(
        settings.number(Catalogue.LEARNING_LABELS),
        Schedule.DEFAULT.newShare(),
        settings.number(Catalogue.LEARNING_DAYS),
        settings.text(Catalogue.LEARNING_ON_DRIFT).equals("on"),
        settings.text(Catalogue.LEARNING_ON_FALLING).equals("on"));
  }
}
