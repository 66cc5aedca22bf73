package io.duecast.trainer.release;

import io.duecast.model.HorizonChain;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.ModelRows;
import java.util.Arrays;

/** What a model says of rows of a data set, by the very code that scores live invoices. */
final class ScoredRows {
  private ScoredRows() {}

  /** The probability of late of each row, 0..1. What the model does not know is missing. */
  static double[] probabilities(HorizonChain chain, Dataset rows) {
    return Arrays.stream(ModelRows.of(chain.features(), rows))
        .parallel()
        .mapToDouble(
            row -> chain.first().calibration().probability(chain.first().forest().score(row)))
        .toArray();
  }
}
