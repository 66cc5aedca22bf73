package io.duecast.trainer.chain;

import io.duecast.health.FeatureReference;
import io.duecast.health.ScoreReference;
import io.duecast.health.TrainingReference;
import io.duecast.model.CompiledForest;
import io.duecast.model.ModelFeature;
import io.duecast.model.PathAttribution;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.ModelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the rows look like that the first link of a chain has learned from. */
final class LearnedFrom {
  private static final int SAMPLE = 500;

  private LearnedFrom() {}

  static TrainingReference reference(LinkTrainer.Trained first, Dataset rows, BitSet late) {
    CompiledForest forest = first.horizon().forest();
    double[] weights = weights(forest, rows);
    List<FeatureReference> features = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      features.add(feature(forest.features().get(i), weights[i], rows));
    }
    return new TrainingReference(features, ScoreReference.of(first.scores(), late));
  }

  /** Of each feature, its share of all that the vote is moved by, over rows evenly apart. */
  private static double[] weights(CompiledForest forest, Dataset rows) {
    int step = Math.max(1, rows.rows() / SAMPLE);
    int[] sample = IntStream.range(0, rows.rows() / step).map(i -> i * step).toArray();
    double[] moved = new double[forest.features().size()];
    for (double[] row : ModelRows.of(forest.features(), rows.rows(sample))) {
      double[] contributions = new double[moved.length];
      PathAttribution.add(forest, row, contributions);
      Arrays.setAll(moved, i -> moved[i] + Math.abs(contributions[i]));
    }
    double all = Arrays.stream(moved).sum();
    return Arrays.stream(moved).map(it -> all == 0 ? 0 : Math.min(1, it / all)).toArray();
  }

  private static FeatureReference feature(ModelFeature feature, double weight, Dataset rows) {
    int column = rows.columns().indexOf(feature.key());
    if (!feature.isCategory()) {
      return FeatureReference.ofNumbers(
          feature.key(),
          weight,
          IntStream.range(0, rows.rows()).mapToDouble(row -> rows.number(column, row)).toArray());
    }
    List<@Nullable String> words = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      words.add(rows.word(column, row));
    }
    List<String> known =
        feature.values().stream().filter(it -> !it.equals(ModelFeature.OTHER)).toList();
    return FeatureReference.ofWords(feature.key(), weight, known, words);
  }
}
