package io.duecast.trainer.release;

import io.duecast.model.HorizonChain;
import io.duecast.model.ModelFeature;
import io.duecast.trainer.data.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a model says of rows of a data set, by the very code that scores live invoices. */
final class ScoredRows {
  private ScoredRows() {}

  /** The probability of late of each row, 0..1. What the model does not know is missing. */
  static double[] probabilities(HorizonChain chain, Dataset rows) {
    double[][] values = new double[rows.rows()][chain.features().size()];
    for (int f = 0; f < chain.features().size(); f++) {
      fill(values, f, chain.features().get(f), rows);
    }
    return IntStream.range(0, values.length)
        .parallel()
        .mapToDouble(
            row ->
                chain.first().calibration().probability(chain.first().forest().score(values[row])))
        .toArray();
  }

  private static void fill(double[][] values, int f, ModelFeature feature, Dataset rows) {
    int column = rows.columns().indexOf(feature.key());
    boolean isUsable = column >= 0 && rows.columns().isCategory(column) == feature.isCategory();
    Map<String, Integer> places = places(feature.values());
    for (int row = 0; row < values.length; row++) {
      if (!isUsable) {
        values[row][f] = feature.inRow(Double.NaN);
      } else if (feature.isCategory()) {
        Integer place = places.get(rows.word(column, row));
        values[row][f] = feature.inRow(place == null ? Double.NaN : place);
      } else {
        values[row][f] = feature.inRow(rows.number(column, row));
      }
    }
  }

  private static Map<String, Integer> places(List<String> words) {
    Map<String, Integer> places = new HashMap<>();
    words.forEach(word -> places.put(word, places.size()));
    return places;
  }
}
