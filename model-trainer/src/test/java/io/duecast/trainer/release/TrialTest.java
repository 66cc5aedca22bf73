package io.duecast.trainer.release;

import static io.duecast.trainer.release.Trials.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.health.ScoreReference;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.ScorerRole;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(6);

  private final Trial trial =
      trial(10, new Trial.Training(ScoreReference.NONE, ScoreReference.NONE));

  private static Trial trial(int invoices, Trial.Training training) {
    ModelReleased candidate =
        new ModelReleased(
            "SHADOW:new",
            ModelSlot.SHADOW,
            "new",
            "old",
            SINCE,
            null,
            ReleaseDecision.PASSED,
            List.of(),
            "labels",
            "gate",
            0,
            Map.of(),
            SINCE);
    return new Trial(candidate, new TrialPolicy(invoices, 7, Duration.ofMinutes(5)), training);
  }

  @Test
  void itLastsUntilEnoughWasScored() {
    for (int i = 0; i < 9; i++) {
      hear("old", ScorerRole.CHAMPION, 0.1, 1);
      hear("new", ScorerRole.SHADOW, 0.3, 1);
    }
    assertThat(trial.verdict(LONG)).isEmpty();

    hear("new", ScorerRole.SHADOW, 0.3, 1);

    Verdict verdict = trial.verdict(SHORT).orElseThrow();
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.reasons())
        .containsExactly(
            "scored 10 live invoices silently: 30.0 % late on average, 10.0 % by who was in"
                + " charge");
  }

  @Test
  void ofFewInvoicesThoseOfAWeekAreEnough() {
    hear("new", ScorerRole.SHADOW, 0.3, 0);
    assertThat(trial.verdict(LONG)).isEmpty();

    hear("new", ScorerRole.SHADOW, 0.3, 7 * 24 * 3600);

    assertThat(trial.verdict(SHORT)).map(Verdict::passed).contains(true);
  }

  @Test
  void oneThatNobodyCanScoreWithIsRefusedAfterAWhile() {
    for (int i = 0; i < 10; i++) {
      hear("old", ScorerRole.CHAMPION, 0.1, 1);
      hear("older", ScorerRole.SHADOW, 0.1, 1);
    }
    assertThat(trial.verdict(SHORT)).isEmpty();

    Verdict verdict = trial.verdict(LONG).orElseThrow();

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons().getFirst()).contains("10 invoices").contains("cannot be loaded");
  }

  @Test
  void oneThatSpeaksOtherwiseThanInTrainingGoesUnlessTheInvoicesHaveChanged() {
    ScoreReference low = inTraining(0.0);
    Trial strange = trial(2_000, new Trial.Training(low, low));
    Trial other = trial(2_000, new Trial.Training(low, inTraining(0.5)));
    for (int i = 0; i < 2_000; i++) {
      double said = 0.5 + 0.4 * i / 2_000;
      for (Trial one : List.of(strange, other)) {
        one.hear(said("old", ScorerRole.CHAMPION, said - 0.5, SINCE));
        one.hear(said("new", ScorerRole.SHADOW, said, SINCE));
      }
    }

    Verdict verdict = strange.verdict(SHORT).orElseThrow();
    assertThat(verdict.passed()).as("%s", verdict).isFalse();
    assertThat(verdict.reasons().getFirst()).contains("unlike what it said in training");
    assertThat(other.verdict(SHORT)).map(Verdict::passed).contains(true);
  }

  /** Scores evenly between a probability and one greater by .4. */
  private static ScoreReference inTraining(double from) {
    double[] said = IntStream.range(0, 4_000).mapToDouble(i -> from + 0.4 * i / 4_000).toArray();
    return ScoreReference.of(said, new BitSet());
  }

  @Test
  void invoicesFromBeforeTheTrialProveNothingAgainstIt() {
    for (int i = 0; i < 20; i++) {
      hear("old", ScorerRole.CHAMPION, 0.1, -1);
    }

    assertThat(trial.verdict(LONG)).isEmpty();
  }

  private void hear(String model, ScorerRole role, double probability, long secondsLater) {
    trial.hear(said(model, role, probability, SINCE.plusSeconds(secondsLater)));
  }
}
