package io.duecast.risk;

import java.util.List;

/**
 * What a scorer says of an invoice.
 *
 * @param probabilityLate 0..1
 * @param interval 80 % of what it may really be
 */
public record Prediction(
    double probabilityLate,
    Interval interval,
    AgingProbabilities byBucket,
    ExpectedPayment expectedPayment,
    List<Reason> reasons) {
  public Prediction {
    reasons = List.copyOf(reasons);
  }
}
