package io.duecast.model;

import static io.duecast.check.Check.require;

/**
 * The class distribution of a node as Weka holds it: the weights of the training rows there. Weka
 * subtracts as it splits, so one may be a hair below zero.
 *
 * @param paid weight of the rows that were paid by the horizon (Weka's class value 0)
 * @param unpaid weight of those that were still unpaid then (Weka's class value 1)
 */
public record ClassWeights(double paid, double unpaid) {
  /** How far below 0 or above 1 a share may lie for the rounding of the weights. */
  static final double TOLERANCE = 1e-3;

  public ClassWeights {
    double sum = paid + unpaid;
    require(
        sum > 0 && Double.isFinite(sum) && paid / sum >= -TOLERANCE && unpaid / sum >= -TOLERANCE,
        "the class weights %s and %s are no distribution",
        paid,
        unpaid);
  }

  /** Share of the unpaid, as Weka normalises: in order, divided by the sum. */
  double unpaidShare() {
    return unpaid / (paid + unpaid);
  }

  double paidShare() {
    return paid / (paid + unpaid);
  }
}
