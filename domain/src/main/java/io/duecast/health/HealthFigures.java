package io.duecast.health;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a model's quality on some invoices. Brier scores and logarithmic losses are
 * exact to a billionth an invoice; what depends on the order of the probabilities is exact to
 * {@link #TOLERANCE}.
 *
 * @param scored invoices, less those excluded
 * @param matured of these, those whose outcome counts
 * @param pending of these, those whose outcome does not count yet
 * @param excluded of which nothing can be learned
 * @param measured of the matured; null if there are none
 * @param ece mean difference of what was said and what came, over ten parts of equal count; null
 *     likewise
 * @param estimated what was to be expected of the matured, by the probabilities alone, before their
 *     outcomes were known; null likewise
 * @param error of that estimate: measured less estimated; null likewise
 * @param expected what is to be expected of the pending; null if there are none
 * @param surprise by how many standard deviations the squared errors are above what the
 *     probabilities claim, see {@link #ROWS_OF_ONE}; null if there are no matured ones
 */
public record HealthFigures(
    long scored,
    long matured,
    long pending,
    long excluded,
    @Nullable Performance measured,
    @Nullable Double ece,
    @Nullable Performance estimated,
    @Nullable Performance error,
    @Nullable Performance expected,
    @Nullable Double surprise) {
  /** By so much AUC, PR-AUC and ECE may be beside the exact figure, on 500 invoices or more. */
  public static final double TOLERANCE = 0.003;

  /**
   * Invoices that tell as much as a single independent one: those of one customer are alike, and so
   * are those of one month.
   */
  public static final double ROWS_OF_ONE = 4;

  static HealthFigures of(ScoreTally tally, ScoreScale scale) {
    Scores matured = tally.matured();
    Scores pending = tally.pending();
    RankedBins known = RankedBins.known(tally.late().bins(), tally.onTime().bins(), scale);
    boolean isKnown = matured.rows() > 0;
    Performance measured =
        isKnown
            ? performance(
                matured.rows(),
                (double) tally.late().rows(),
                known,
                matured.error(),
                matured.loss())
            : null;
    Performance estimated = isKnown ? expected(matured, scale) : null;
    return new HealthFigures(
        matured.rows() + pending.rows(),
        matured.rows(),
        pending.rows(),
        tally.excluded(),
        measured,
        isKnown ? (Double) known.ece(scale) : null,
        estimated,
        measured == null || estimated == null ? null : measured.minus(estimated),
        pending.rows() > 0 ? expected(pending, scale) : null,
        isKnown ? (Double) surprise(matured) : null);
  }

  private static Performance expected(Scores scores, ScoreScale scale) {
    return performance(
        scores.rows(),
        scores.said() / Scores.UNIT,
        RankedBins.expected(scores.bins(), scale),
        scores.claimedError(),
        scores.claimedLoss());
  }

  private static Performance performance(
      long rows, double late, RankedBins bins, long error, long loss) {
    return new Performance(
        late / rows,
        bins.auc(),
        bins.prAuc(),
        error / Scores.UNIT / rows,
        loss / Scores.UNIT / rows);
  }

  /** Spiegelhalter's statistic, for so many independent rows as there are. */
  private static double surprise(Scores matured) {
    double excess = (matured.error() - matured.claimedError()) / Scores.UNIT;
    double variance = matured.errorVariance() / Scores.UNIT;
    return variance <= 0 ? 0 : excess / Math.sqrt(ROWS_OF_ONE * variance);
  }
}
