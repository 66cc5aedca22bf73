package io.duecast.risk;

import static io.duecast.check.Check.require;

/**
 * When the money will come, as a probability for each ageing bucket; they sum to 1.
 *
 * @param onTime paid up to the due date plus grace
 * @param days1To30 1 to 30 days past due, beyond grace; the others likewise
 */
public record AgingProbabilities(
    double onTime, double days1To30, double days31To60, double days61To90, double daysOver90) {
  public AgingProbabilities {
    double sum = onTime + days1To30 + days31To60 + days61To90 + daysOver90;
    require(Math.abs(sum - 1) < 1e-9, "the probabilities of the ageing buckets sum to %s", sum);
  }
}
