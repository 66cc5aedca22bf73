package io.duecast.standalone.platform;

import io.duecast.streams.settings.Catalogue;
import io.duecast.streams.settings.DuecastSettings;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.release.GatePolicy;
import io.duecast.trainer.release.TrialPolicy;
import io.duecast.trainer.service.Schedule;
import io.duecast.trainer.service.TrainerPlan;

/** What is set about learning, as the trainer takes it. */
public final class LearningPlans {
  private static final long SEED = 1;

  private LearningPlans() {}

  /** How a trainer works on a connection's cluster. */
  public static TrainerPlan of(Connection connection) {
    DuecastSettings settings = connection.setup().settings();
    return new TrainerPlan(
        connection.cluster(),
        connection.topics(),
        connection.serdes(),
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

  static Schedule schedule(DuecastSettings settings) {
    return new Schedule(
        settings.number(Catalogue.LEARNING_LABELS),
        Schedule.DEFAULT.newShare(),
        settings.number(Catalogue.LEARNING_DAYS),
        settings.text(Catalogue.LEARNING_ON_DRIFT).equals("on"),
        settings.text(Catalogue.LEARNING_ON_FALLING).equals("on"));
  }
}
