package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows that a forest learns from, after what is done about late ones being few. The real ones
 * come first, in their order.
 *
 * @param late 1 for a late row, else 0
 */
@SuppressWarnings("ArrayRecordComponent")
record BalancedRows(BinaryRows rows, double[] late) {

  static BalancedRows of(
      ForestSettings settings, ModelInputs inputs, Dataset rows, BitSet late, double[] weights) {
    return switch (settings.balance()) {
      case NONE -> new BalancedRows(new BinaryRows(inputs, rows, weights), ones(late, rows.rows()));
      case WEIGHTS ->
          new BalancedRows(
              new BinaryRows(inputs, rows, balanced(late, weights)), ones(late, rows.rows()));
      case SMOTE -> MadeUpRows.beside(inputs, rows, late, weights, settings.seed());
    };
  }

  static double[] ones(BitSet late, int rows) {
    return IntStream.range(0, rows).mapToDouble(row -> late.get(row) ? 1 : 0).toArray();
  }

  private static double[] balanced(BitSet late, double[] weights) {
    double all = Arrays.stream(weights).sum();
    double ofLate = late.stream().mapToDouble(row -> weights[row]).sum();
    return IntStream.range(0, weights.length)
        .mapToDouble(row -> weights[row] * all / 2 / (late.get(row) ? ofLate : all - ofLate))
        .toArray();
  }
}
