package io.duecast.trainer.release;

import static io.duecast.check.Check.require;

/**
 * What a candidate has to show.
 *
 * @param rows at least, to be judged at all
 * @param ofALabel late ones at least, and as many that were not
 * @param sureToBeatRule share of draws in which it must beat the rule and the prior
 * @param sureToBeWorse share of draws in which the champion beats it, from which on it is refused
 * @param costTolerance by how much the late invoices in its riskiest tenth may fall short of the
 *     champion's
 * @param segmentRows rows of a segment from which on the segment is looked at
 * @param segmentTolerance by how much the Brier score in a segment may be above the champion's
 */
public record GatePolicy(
    int rows,
    int ofALabel,
    double sureToBeatRule,
    double sureToBeWorse,
    double costTolerance,
    int segmentRows,
    double segmentTolerance) {
  public static final GatePolicy DEFAULT = new GatePolicy(200, 20, 0.9, 0.8, 0.1, 200, 0.15);

  public GatePolicy {
    require(sureToBeatRule > 0.5 && sureToBeatRule < 1, "sure at %s", sureToBeatRule);
    require(sureToBeWorse > 0.5 && sureToBeWorse < 1, "sure at %s", sureToBeWorse);
  }
}
