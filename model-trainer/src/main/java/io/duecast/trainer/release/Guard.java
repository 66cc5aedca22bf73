package io.duecast.trainer.release;

import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.log.LabelledBook;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches the model in charge by what it said of invoices that have matured since: if somebody who
 * knows less was surely better, it has to go.
 */
public final class Guard {
  /** The share of draws from which on it is sure. Wrong alarms cost more than a few late ones. */
  private static final double SURE = 0.95;

  private final LabelPolicy policy;
  private final GatePolicy gate;

  /** A guard that wants as much evidence as the gate. */
  public Guard(LabelPolicy policy, GatePolicy gate) {
    this.policy = policy;
    this.gate = gate;
  }

  /** Why a model has to go; empty if it may stay, or too little is known. */
  public Optional<String> objection(String modelId, LabelledBook book, LocalDate knownOn) {
    Window window = Window.servedBy(modelId, book, policy, knownOn);
    if (window.rows().length < gate.rows()) {
      return Optional.empty();
    }
    Contest contest = window.served();
    int late = contest.late().cardinality();
    if (Math.min(late, contest.rows() - late) < gate.ofALabel()) {
      return Optional.empty();
    }
    return objection("the customers' own late ratios", contest.rule(), contest)
        .or(() -> objection("the same share for all", contest.priors(), contest));
  }

  private static Optional<String> objection(String called, double[] other, Contest contest) {
    double sure = PairedTest.better(contest, other, contest.candidate());
    return sure < SURE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "of %d invoices that it scored and that have matured, %s did better in %.0f %% of"
                    + " the draws",
                contest.rows(),
                called,
                100 * sure));
  }
}
