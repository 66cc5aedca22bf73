package io.duecast.trainer.chain;

import io.duecast.model.Calibration;
import io.duecast.trainer.calibration.VoteCalibration;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.TrainedForest;
import io.duecast.trainer.quality.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The training rows of the first horizon parted in time: candidates learn from the earlier ones and
 * are measured on the latest. The rows that a model is tested on are not here.
 */
final class InnerSplit {
  private static final double MEASURED_SHARE = 0.3;

  private final Dataset earlier;
  private final BitSet lateEarlier;
  private final Dataset latest;
  private final BitSet lateLatest;
  private final ModelInputs inputs;

  private InnerSplit(Dataset earlier, BitSet lateEarlier, Dataset latest, BitSet lateLatest) {
    this.earlier = earlier;
    this.lateEarlier = lateEarlier;
    this.latest = latest;
    this.lateLatest = lateLatest;
    this.inputs = ModelInputs.of(earlier);
  }

  /**
   * Parts the rows.
   *
   * @param rows with a known label for the first horizon
   * @param most to learn from, the latest
   * @return nothing if either part has too few of a label
   */
  static Optional<InnerSplit> of(TrainingRows rows, int most) {
    int[] order = rows.byIssue();
    int cut = order.length - (int) (order.length * MEASURED_SHARE);
    int[] earlier = Arrays.copyOfRange(order, Math.max(0, cut - most), cut);
    int[] latest = Arrays.copyOfRange(order, cut, order.length);
    BitSet lateEarlier = rows.late(earlier, 0);
    BitSet lateLatest = rows.late(latest, 0);
    if (!LinkTrainer.suffices(earlier.length, lateEarlier.cardinality())
        || !LinkTrainer.suffices(latest.length, lateLatest.cardinality())) {
      return Optional.empty();
    }
    return Optional.of(
        new InnerSplit(
            rows.data().rows(earlier), lateEarlier, rows.data().rows(latest), lateLatest));
  }

  /**
   * How a forest of these settings does after its first trees and after each round of correction,
   * its votes calibrated out of bag.
   */
  List<Metrics> measure(ForestSettings settings) {
    double[] weights = new double[earlier.rows()];
    Arrays.fill(weights, 1);
    TrainedForest trained =
        new ForestTrainer(settings).train(inputs, earlier, lateEarlier, weights);
    List<Integer> trees =
        IntStream.rangeClosed(0, settings.rounds()).mapToObj(settings::treesAfter).toList();
    List<double[]> votes = trained.forest().votes(latest, trees);
    List<Metrics> metrics = new ArrayList<>();
    for (int round = 0; round < votes.size(); round++) {
      Calibration calibration =
          VoteCalibration.fit(trained.stages().get(round), lateEarlier, settings.voteScale(round));
      double[] probabilities =
          Arrays.stream(votes.get(round)).map(calibration::probability).toArray();
      metrics.add(Metrics.of(probabilities, lateLatest));
    }
    return metrics;
  }
}
