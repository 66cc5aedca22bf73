package io.duecast.health;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reason to learn anew that a model's health gives.
 *
 * @param kind the word for it in {@code model-releases}
 * @param reason in plain words
 */
public record HealthAlarm(String kind, String reason) {
  /** Live invoices are not those that the model was trained on. */
  public static final String DRIFT = "drift";

  /** The model does worse than it claims, or than it did when it was released. */
  public static final String FALLING_ESTIMATE = "falling-estimate";

  /** Share of what moves the vote that drifts, from which on it is too much. */
  static final double DRIFTED_WEIGHT = 0.3;

  /** Invoices from which on quality is judged. */
  static final long FEWEST_ROWS = 200;

  /** Of either outcome. */
  static final double FEWEST_OF_AN_OUTCOME = 20;

  /** Standard deviations from which on something is sure. */
  static final double SURE = 3;

  /** By so much more than claimed must the Brier score be, to matter. */
  static final double BRIER_MATTERS = 0.1;

  /** By so much less than at the gate must the AUC be, to matter. */
  static final double AUC_MATTERS = 0.03;

  /**
   * How a model did when it was released.
   *
   * @param auc NaN if it is not known
   * @param rows that it was judged on
   */
  public record Proof(double auc, long rows) {
    /** It was judged on nothing. */
    public static final Proof NONE = new Proof(Double.NaN, 0);
  }

  /** Whether a window of latest invoices, which may be compared with the training, has drifted. */
  public static Optional<HealthAlarm> drift(ModelHealth health) {
    Optional<HealthAlarm> ofScore =
        health.scoreDrift().stream()
            .filter(it -> it.verdict() == DriftVerdict.DRIFTED)
            .findFirst()
            .map(it -> new HealthAlarm(DRIFT, "what the model says: " + it.sentence()));
    if (health.driftedWeight() < DRIFTED_WEIGHT) {
      return ofScore;
    }
    long drifted =
        health.drift().stream().filter(it -> it.verdict() == DriftVerdict.DRIFTED).count();
    return Optional.of(
        new HealthAlarm(
            DRIFT,
            text(
                "%d features that hold %.0f %% of the model's weight have drifted",
                drifted, 100 * health.driftedWeight())));
  }

  /** Whether a model surely does worse than it claims, or than at the gate, by what matters. */
  public static Optional<HealthAlarm> fall(ModelHealth health, Proof proof) {
    return aboveClaim(health.all())
        .or(() -> belowProof("AUC", health.all().measured(), health.all().matured(), proof))
        .or(
            () ->
                belowProof(
                    "AUC to be expected", health.all().expected(), health.all().pending(), proof));
  }

  private static Optional<HealthAlarm> aboveClaim(HealthFigures figures) {
    Performance measured = figures.measured();
    Performance estimated = figures.estimated();
    Double surprise = figures.surprise();
    if (measured == null || estimated == null || surprise == null) {
      return Optional.empty();
    }
    boolean matters = measured.brier() >= (1 + BRIER_MATTERS) * estimated.brier();
    return isEnough(figures.matured(), measured) && matters && surprise >= SURE
        ? Optional.of(
            new HealthAlarm(
                FALLING_ESTIMATE,
                text(
                    "Brier %.4f on %d matured invoices, %.4f was to be expected by what it said",
                    measured.brier(), figures.matured(), estimated.brier())))
        : Optional.empty();
  }

  private static Optional<HealthAlarm> belowProof(
      String what, @Nullable Performance now, long rows, Proof proof) {
    if (now == null || now.auc() == null || Double.isNaN(proof.auc()) || !isEnough(rows, now)) {
      return Optional.empty();
    }
    double chance =
        Math.hypot(
            deviation(now.auc(), rows / HealthFigures.ROWS_OF_ONE, now.lateShare()),
            deviation(proof.auc(), proof.rows() / HealthFigures.ROWS_OF_ONE, now.lateShare()));
    return proof.auc() - now.auc() >= AUC_MATTERS + SURE * chance
        ? Optional.of(
            new HealthAlarm(
                FALLING_ESTIMATE,
                text(
                    "%s %.3f on %d invoices, %.3f when it was released",
                    what, now.auc(), rows, proof.auc())))
        : Optional.empty();
  }

  private static boolean isEnough(long rows, Performance of) {
    return rows >= FEWEST_ROWS
        && rows * Math.min(of.lateShare(), 1 - of.lateShare()) >= FEWEST_OF_AN_OUTCOME;
  }

  /** Of an AUC by chance, after Hanley and McNeil. */
  private static double deviation(double auc, double rows, double lateShare) {
    double late = Math.max(1, rows * lateShare);
    double onTime = Math.max(1, rows * (1 - lateShare));
    double q1 = auc / (2 - auc);
    double q2 = 2 * auc * auc / (1 + auc);
    double variance =
        (auc * (1 - auc) + (late - 1) * (q1 - auc * auc) + (onTime - 1) * (q2 - auc * auc))
            / (late * onTime);
    return Math.sqrt(Math.max(0, variance));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
