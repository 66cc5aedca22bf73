package io.duecast.trainer.chain;

import io.duecast.model.Calibration;
import io.duecast.model.ClassWeights;
import io.duecast.model.CompiledForest;
import io.duecast.model.ForestDefinition;
import io.duecast.model.Horizon;
import io.duecast.model.TreeNode;
import io.duecast.trainer.calibration.VoteCalibration;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.Parity;
import io.duecast.trainer.forest.TrainedForest;
import io.duecast.trainer.forest.WekaForests;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Trains a link of the chain: a forest, calibrated on its out-of-bag votes. */
final class LinkTrainer {
  private final ModelInputs inputs;
  private final ForestSettings settings;
  private final int parityRows;

  /**
   * A trainer of links.
   *
   * @param parityRows on which a compiled forest is compared with Weka's
   */
  LinkTrainer(ModelInputs inputs, ForestSettings settings, int parityRows) {
    this.inputs = inputs;
    this.settings = settings;
    this.parityRows = parityRows;
  }

  /** Whether a forest can learn from these. */
  static boolean suffices(int rows, int late) {
    return Math.min(late, rows - late) >= TrainingSettings.FEWEST_OF_A_LABEL;
  }

  /**
   * A link and what it says of the rows that it was trained on, by the trees that have not seen
   * them.
   *
   * @param scores probabilities; NaN for a row that every tree has seen
   * @param parity whether it says what Weka says
   */
  @SuppressWarnings("ArrayRecordComponent") // read-only by agreement
  record Trained(Horizon horizon, double[] scores, Parity parity) {}

  Trained train(int days, Dataset rows, BitSet late) {
    double[] weights = new double[rows.rows()];
    Arrays.fill(weights, 1);
    TrainedForest trained = new ForestTrainer(settings).train(inputs, rows, late, weights);
    double[] votes = trained.outOfBagVotes();
    CompiledForest compiled = CompiledForest.of(WekaForests.definition(trained.forest()));
    Calibration calibration =
        VoteCalibration.fit(votes, late, settings.voteScale(settings.rounds()));
    return new Trained(
        new Horizon(days, compiled, calibration),
        Arrays.stream(votes)
            .map(vote -> Double.isNaN(vote) ? Double.NaN : calibration.probability(vote))
            .toArray(),
        Parity.of(trained.forest(), compiled, rows, parityRows));
  }

  /** Says the same of every invoice: the share late, as if one more of either label were known. */
  Trained constant(int days, int rows, int late) {
    ClassWeights seen = new ClassWeights(rows - late + 1, late + 1);
    double share = (late + 1.0) / (rows + 2);
    double[] vote = {share};
    return new Trained(
        new Horizon(
            days,
            CompiledForest.of(
                new ForestDefinition(inputs.features(), List.of(new TreeNode.Leaf(seen)))),
            Calibration.fit(vote, vote, new double[] {rows + 2})),
        new double[0],
        Parity.NONE);
  }
}
