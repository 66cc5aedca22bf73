package io.duecast.model;

/**
 * One link of the chain: of the invoices that were unpaid at the horizon before, which are still
 * unpaid at this one?
 *
 * @param days after the last day of grace
 */
public record Horizon(int days, CompiledForest forest, Calibration calibration) {
  double probabilityUnpaid(double[] row) {
    return calibration.probability(forest.score(row));
  }
}
