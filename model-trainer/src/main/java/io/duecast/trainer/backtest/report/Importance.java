package io.duecast.trainer.backtest.report;

import io.duecast.feature.FeatureVector;
import io.duecast.model.CompiledForest;
import io.duecast.model.ModelScorer;
import io.duecast.model.TreeShap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a feature moves the vote, up or down.
 *
 * @param share of all movement: mean absolute Shapley value over a sample of the test
 */
record Importance(String feature, double share) {
  private static final int SAMPLE = 100;

  /** The features of a model, the strongest first. */
  static List<Importance> of(ModelScorer scorer, List<FeatureVector> rows) {
    CompiledForest forest = scorer.model().chain().first().forest();
    int step = Math.max(1, rows.size() / SAMPLE);
    double[][] values =
        IntStream.range(0, rows.size() / step)
            .parallel()
            .mapToObj(i -> TreeShap.of(forest, scorer.row(rows.get(i * step))))
            .toArray(double[][]::new);
    double[] moved = new double[forest.features().size()];
    for (double[] row : values) {
      for (int i = 0; i < moved.length; i++) {
        moved[i] += Math.abs(row[i]);
      }
    }
    double all = Arrays.stream(moved).sum();
    List<Importance> sorted = new ArrayList<>();
    for (int i = 0; i < moved.length; i++) {
      sorted.add(new Importance(forest.features().get(i).key(), all == 0 ? 0 : moved[i] / all));
    }
    sorted.sort(Comparator.comparingDouble(it -> -it.share()));
    return sorted;
  }
}
