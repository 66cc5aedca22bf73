package io.duecast.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.health.HealthAlarm.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthAlarmTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Proof GOOD = new Proof(0.85, 5_000);

  @Test
  void nothingIsSaidOfAModelThatDoesAsItClaims() {
    ModelHealth health =
        health(figures(4_000, said(0.84, 0.08), said(0.85, 0.08), 0.3, said(0.84, 0.08)), 0.1);

    assertThat(HealthAlarm.drift(health)).isEmpty();
    assertThat(HealthAlarm.fall(health, GOOD)).isEmpty();
  }

  @Test
  void aModelThatIsWorseThanItClaimsFalls() {
    ModelHealth health = health(figures(4_000, said(0.85, 0.10), said(0.85, 0.08), 6, null), 0);

    assertThat(HealthAlarm.fall(health, GOOD))
        .map(HealthAlarm::reason)
        .contains(
            "Brier 0.1000 on 4000 matured invoices, 0.0800 was to be expected by what it said");
  }

  @Test
  void worseThanClaimedByChanceOrByLittleIsNoFall() {
    assertThat(
            HealthAlarm.fall(
                health(figures(4_000, said(0.85, 0.10), said(0.85, 0.08), 2.5, null), 0), GOOD))
        .isEmpty();
    assertThat(
            HealthAlarm.fall(
                health(figures(90_000, said(0.85, 0.083), said(0.85, 0.08), 6, null), 0), GOOD))
        .isEmpty();
  }

  @Test
  void aModelThatNoLongerTellsLateFromPunctualFalls() {
    ModelHealth health = health(figures(4_000, said(0.70, 0.08), said(0.85, 0.08), 0, null), 0);

    assertThat(HealthAlarm.fall(health, GOOD))
        .map(HealthAlarm::reason)
        .contains("AUC 0.700 on 4000 invoices, 0.850 when it was released");
    assertThat(HealthAlarm.fall(health, Proof.NONE)).isEmpty();
  }

  @Test
  void aFallIsSeenBeforeTheLabelsCome() {
    ModelHealth health =
        health(
            new HealthFigures(4_000, 0, 4_000, 0, null, null, null, null, said(0.7, 0.1), null), 0);

    assertThat(HealthAlarm.fall(health, GOOD))
        .map(HealthAlarm::reason)
        .contains("AUC to be expected 0.700 on 4000 invoices, 0.850 when it was released");
  }

  @Test
  void fewInvoicesFallNotWhateverTheySay() {
    ModelHealth health =
        health(figures(199, said(0.50, 0.20), said(0.85, 0.08), 9, said(0.5, 0.2)), 0);

    assertThat(HealthAlarm.fall(health, GOOD)).isEmpty();
  }

  @Test
  void driftOfMuchThatMattersIsTooMuch() {
    assertThat(HealthAlarm.drift(health(figures(0, null, null, null, null), 0.29))).isEmpty();
    assertThat(HealthAlarm.drift(health(figures(0, null, null, null, null), 0.31)))
        .map(HealthAlarm::reason)
        .contains("1 features that hold 31 % of the model's weight have drifted");
  }

  private static ModelHealth health(HealthFigures figures, double drifted) {
    Drift drift =
        new Drift(
            "terms", drifted, DriftVerdict.DRIFTED, 0.6, 0.01, 900, 0, 0, "over 30", 0.6, 0.1);
    return new ModelHealth(
        "h",
        "m",
        HealthWindow.LAST_90_DAYS,
        TODAY.minusDays(90),
        TODAY.minusDays(1),
        TODAY,
        figures,
        List.of(),
        List.of(),
        List.of(drift),
        List.of(),
        drifted,
        Instant.EPOCH,
        false);
  }

  private static Performance said(double auc, double brier) {
    return new Performance(0.12, auc, 0.5, brier, 0.3);
  }

  private static HealthFigures figures(
      long rows,
      @Nullable Performance measured,
      @Nullable Performance estimated,
      @Nullable Double surprise,
      @Nullable Performance expected) {
    return new HealthFigures(
        2 * rows, rows, rows, 0, measured, 0.01, estimated, null, expected, surprise);
  }

  private static HealthFigures figures(
      long rows,
      @Nullable Performance measured,
      @Nullable Performance estimated,
      int surprise,
      @Nullable Performance expected) {
    return figures(rows, measured, estimated, (Double) (double) surprise, expected);
  }
}
