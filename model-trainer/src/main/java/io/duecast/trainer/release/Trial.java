package io.duecast.trainer.release;

import io.duecast.health.Drift;
import io.duecast.health.DriftVerdict;
import io.duecast.health.ScoreReference;
import io.duecast.release.ModelReleased;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that scores live invoices silently, beside who is in charge. It has to do so at all,
 * and what it says has to look as it did when it was proved.
 */
public final class Trial {
  private final ModelReleased candidate;
  private final TrialPolicy policy;
  private final Training training;
  private final List<Double> silent = new ArrayList<>();
  private final List<Double> spoken = new ArrayList<>();
  private int without;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** The trial of a candidate. */
  public Trial(ModelReleased candidate, TrialPolicy policy, Training training) {
    this.candidate = candidate;
    this.policy = policy;
    this.training = training;
  }

  /**
   * What was said in training.
   *
   * @param candidate by the candidate
   * @param inCharge by who is in charge; {@link ScoreReference#NONE} if that is a rule
   */
  public record Training(ScoreReference candidate, ScoreReference inCharge) {}

  public ModelReleased candidate() {
    return candidate;
  }

  /** Hears what was said of an invoice, whoever said it. */
  public void hear(RiskAssessed risk) {
    if (risk.replayed() || risk.trigger() != AssessmentTrigger.ISSUED) {
      return;
    }
    if (risk.role() != ScorerRole.SHADOW) {
      without += first == null && risk.recordedAt().isAfter(candidate.effectiveFrom()) ? 1 : 0;
      spoken.add(risk.probabilityLate());
    } else if (risk.modelId().equals(candidate.modelId())) {
      if (first == null) {
        first = risk.recordedAt();
        spoken.clear();
      }
      last = risk.recordedAt();
      silent.add(risk.probabilityLate());
    }
  }

  /**
   * The verdict; empty while the trial lasts.
   *
   * @param waited since the candidate was put on trial
   */
  public Optional<Verdict> verdict(Duration waited) {
    if (silent.isEmpty()) {
      return waited.compareTo(policy.patience()) > 0 && without >= policy.invoices()
          ? Optional.of(refusal())
          : Optional.empty();
    }
    boolean isLong =
        first != null
            && last != null
            && Duration.between(first, last).compareTo(Duration.ofDays(policy.days())) >= 0;
    return silent.size() >= policy.invoices() || isLong ? Optional.of(judged()) : Optional.empty();
  }

  private Verdict refusal() {
    return new Verdict(
        false,
        List.of(
            text(
                "%d invoices were scored since it was put on trial, none of them by it: it cannot"
                    + " be loaded, the log of the scoring says why",
                without)),
        0,
        Map.of());
  }

  private Verdict judged() {
    double own = mean(silent);
    double other = mean(spoken);
    Drift drift = Drift.ofScores(training.candidate(), silent);
    if (hasDrifted(drift) && !hasDrifted(Drift.ofScores(training.inCharge(), spoken))) {
      return new Verdict(
          false,
          List.of(
              text(
                  "what it says of %d live invoices is unlike what it said in training (stability"
                      + " index %.2f), and who is in charge sees no such change: %.1f %% late on"
                      + " average, %.1f %% by who is in charge",
                  silent.size(), drift.psi(), 100 * own, 100 * other)),
          silent.size(),
          Map.of("trial.mean", own, "trial.mean.inCharge", other, "trial.psi", drift.psi()));
    }
    return new Verdict(
        true,
        List.of(
            text(
                "scored %d live invoices silently: %.1f %% late on average, %.1f %% by who was in"
                    + " charge",
                silent.size(), 100 * own, 100 * other)),
        silent.size(),
        Map.of("trial.mean", own, "trial.mean.inCharge", other, "trial.psi", drift.psi()));
  }

  private static boolean hasDrifted(Drift drift) {
    return drift.verdict() == DriftVerdict.DRIFTED;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
