package io.duecast.trainer.chain;

import static io.duecast.check.Check.require;

import io.duecast.model.CompiledForest;
import io.duecast.model.Horizon;
import io.duecast.model.HorizonChain;
import io.duecast.trainer.calibration.IsotonicCalibration;
import io.duecast.trainer.data.LabelledRows;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.TrainedForest;
import io.duecast.trainer.forest.WekaForests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains one forest for each horizon, all over the features of the first; each is calibrated on its
 * own out-of-bag votes.
 */
public final class ChainTrainer {
  /** With fewer of either label a forest learns single invoices. */
  static final int ROWS_OF_A_LABEL = 20;

  private final ForestTrainer trainer;

  public ChainTrainer(ForestTrainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Trains.
   *
   * @param byHorizon the rows for each of {@link HorizonChain#DAYS}: for the first all, for each
   *     next one those that were late for the horizon before
   * @throws IllegalArgumentException if there are too few rows of a label for some horizon
   */
  public HorizonChain train(List<LabelledRows> byHorizon) {
    require(
        byHorizon.size() == HorizonChain.DAYS.size(),
        "rows of %d horizons, not of %s",
        byHorizon.size(),
        HorizonChain.DAYS);
    ModelInputs inputs = ModelInputs.of(byHorizon.getFirst().data());
    List<Horizon> horizons = new ArrayList<>();
    for (int i = 0; i < byHorizon.size(); i++) {
      horizons.add(horizon(HorizonChain.DAYS.get(i), byHorizon.get(i), inputs));
    }
    return new HorizonChain(horizons);
  }

  private Horizon horizon(int days, LabelledRows rows, ModelInputs inputs) {
    int all = rows.data().rows();
    int late = rows.late().cardinality();
    require(
        Math.min(late, all - late) >= ROWS_OF_A_LABEL,
        "horizon %d: %d of %d rows are late; at least %d of each label are needed",
        days,
        late,
        all,
        ROWS_OF_A_LABEL);
    double[] weights = new double[all];
    Arrays.fill(weights, 1);
    TrainedForest trained = trainer.train(inputs, rows.data(), rows.late(), weights);
    IsotonicCalibration calibration =
        IsotonicCalibration.fit(trained.outOfBagVotes(), rows.late(), weights);
    return new Horizon(
        days,
        CompiledForest.of(WekaForests.definition(trained.forest())),
        calibration.forServing());
  }
}
