package io.duecast.health;

/**
 * What a model said of invoices of one outcome, or of none yet. Sums of fractions are whole numbers
 * of billionths, so that they are the same in whatever order they are added.
 *
 * @param bins of a {@link ScoreScale}
 * @param rows invoices
 * @param said the sum of the probabilities of late
 * @param claimedError of the squared errors to be expected if all of them are right
 * @param errorVariance of the variances of these
 * @param claimedLoss of the logarithmic losses to be expected
 * @param error of the squared errors; 0 without an outcome
 * @param loss of the logarithmic losses; 0 without an outcome
 */
public record Scores(
    Counts bins,
    long rows,
    long said,
    long claimedError,
    long errorVariance,
    long claimedLoss,
    long error,
    long loss) {
  public static final Scores NONE = new Scores(Counts.NONE, 0, 0, 0, 0, 0, 0, 0);

  /** A billionth is 1. */
  static final double UNIT = 1e9;

  Scores plus(Scores more) {
    return new Scores(
        bins.plus(more.bins),
        rows + more.rows,
        said + more.said,
        claimedError + more.claimedError,
        errorVariance + more.errorVariance,
        claimedLoss + more.claimedLoss,
        error + more.error,
        loss + more.loss);
  }
}
