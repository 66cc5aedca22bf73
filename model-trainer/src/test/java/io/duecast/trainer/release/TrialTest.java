package io.duecast.trainer.release;

import static io.duecast.trainer.release.Trials.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.ScorerRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(6);

  private final Trial trial =
      new Trial(
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
              SINCE),
          new TrialPolicy(10, 7, Duration.ofMinutes(5)));

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
