package io.duecast.trainer.backtest;

import io.duecast.feature.Feature;
import io.duecast.trainer.baseline.LogisticRegression;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.DefaultForest;
import io.duecast.trainer.forest.ModelInputs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The rules that a model is compared with, learned from what was known when the test began. */
final class Simpler {
  private final double prior;
  private final LogisticRegression logistic;
  private final DefaultForest forest;

  Simpler(TrainingRows rows, long seed) {
    int[] known = rows.learnable(0);
    Dataset data = rows.data().rows(known);
    BitSet late = rows.late(known, 0);
    ModelInputs inputs = ModelInputs.of(data);
    this.prior = (double) late.cardinality() / known.length;
    this.logistic = LogisticRegression.fit(inputs.features(), data, late);
    this.forest = DefaultForest.train(inputs, data, late, Long.hashCode(seed));
  }

  /** For each invoice what each {@link Baseline} says, in its order. */
  List<List<Double>> say(List<ObservedInvoice> invoices) {
    Dataset.Builder rows = Dataset.builder(Columns.of(invoices.getFirst().features().set()));
    invoices.forEach(it -> rows.add(it.features()));
    Dataset data = rows.build();
    double[] byLogistic = logistic.probabilities(data);
    double[] byForest = forest.votes(data);
    List<List<Double>> said = new ArrayList<>();
    for (int i = 0; i < invoices.size(); i++) {
      ObservedInvoice invoice = invoices.get(i);
      double ratio = invoice.features().number(Feature.KNOWN_LATE_RATIO);
      said.add(
          List.of(
              prior,
              Double.isNaN(ratio) ? prior : ratio,
              invoice.baseline().probabilityLate(),
              byLogistic[i],
              byForest[i]));
    }
    return said;
  }
}
