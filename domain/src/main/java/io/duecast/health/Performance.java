package io.duecast.health;

import org.jspecify.annotations.Nullable;

/**
 * How good probabilities are, or are to be expected to be; or the difference of two such.
 *
 * @param lateShare share that was late
 * @param auc area under the ROC curve, ties averaged; null if all have one outcome
 * @param prAuc average precision, ties taken together; null if none is late
 * @param brier mean squared difference
 * @param logLoss natural logarithm, probabilities clipped to 0.001 .. 0.999
 */
public record Performance(
    double lateShare, @Nullable Double auc, @Nullable Double prAuc, double brier, double logLoss) {

  /** These less others. */
  Performance minus(Performance other) {
    return new Performance(
        lateShare - other.lateShare,
        minus(auc, other.auc),
        minus(prAuc, other.prAuc),
        brier - other.brier,
        logLoss - other.logLoss);
  }

  private static @Nullable Double minus(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null ? null : (Double) (one - other);
  }
}
