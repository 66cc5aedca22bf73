package io.duecast.trainer.release;

import io.duecast.model.Horizon;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.ModelRows;
import java.util.Arrays;

/**
 * What the first link of a model says of rows of a data set, by the very code that scores live
 * invoices.
 */
final class ScoredRows {
  private ScoredRows() {}

  /** The probability of late of each row, 0..1. What the model does not know is missing. */
  static double[] probabilities(Horizon first, Dataset rows) {
    return Arrays.stream(ModelRows.of(first.forest().features(), rows))
        .parallel()
        .mapToDouble(row -> first.calibration().probability(first.forest().score(row)))
        .toArray();
  }
}
