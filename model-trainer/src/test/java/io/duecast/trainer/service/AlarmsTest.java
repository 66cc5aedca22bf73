package io.duecast.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.health.Drift;
import io.duecast.health.DriftVerdict;
import io.duecast.health.HealthAlarm;
import io.duecast.health.HealthFigures;
import io.duecast.health.HealthWindow;
import io.duecast.health.ModelHealth;
import io.duecast.health.Performance;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.release.Releases;
import io.duecast.risk.BaselineScorer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Releases CHARGE = Releases.NONE.after(champion("m"));

  @Test
  void anAlarmIsAnsweredOnceUntilItWasSilent() {
    Alarms raised = Alarms.NONE.after(CHARGE, List.of(drifted("m")));
    assertThat(raised.due()).map(HealthAlarm::kind).contains(HealthAlarm.DRIFT);

    Alarms answered = raised.answered();
    assertThat(answered.due()).isEmpty();
    Alarms next = answered.after(CHARGE, List.of(drifted("m")));
    assertThat(next.due()).isEmpty();

    Alarms silent = next.after(CHARGE, List.of(stable("m")));
    assertThat(silent.raised()).isEmpty();
    assertThat(silent.after(CHARGE, List.of(drifted("m"))).due()).isPresent();
  }

  @Test
  void theNextModelIsListenedToAnew() {
    Alarms answered = Alarms.NONE.after(CHARGE, List.of(drifted("m"))).answered();

    Alarms next = answered.after(CHARGE.after(champion("n")), List.of(drifted("m"), drifted("n")));

    assertThat(next.modelId()).isEqualTo("n");
    assertThat(next.due()).isPresent();
  }

  @Test
  void afterARestartItIsKnownFromTheReleasesWhatWasAnswered() {
    Releases refused = CHARGE.after(refused("x", "m", HealthAlarm.DRIFT));

    assertThat(Alarms.NONE.after(refused, List.of(drifted("m"))).due()).isEmpty();
    assertThat(Alarms.NONE.after(refused, List.of(fallen("m"))).due())
        .map(HealthAlarm::kind)
        .contains(HealthAlarm.FALLING_ESTIMATE);
  }

  @Test
  void theRuleWithoutAModelGivesNoAlarm() {
    assertThat(
            Alarms.NONE
                .after(
                    Releases.NONE.after(champion(BaselineScorer.MODEL_ID)),
                    List.of(drifted(BaselineScorer.MODEL_ID)))
                .raised())
        .isEmpty();
    assertThat(Alarms.NONE.after(Releases.NONE, List.of(drifted("m"))).raised()).isEmpty();
  }

  @Test
  void aModelThatIsNotInChargeGivesNoAlarm() {
    assertThat(Alarms.NONE.after(CHARGE, List.of(drifted("shadow"), fallen("shadow"))).raised())
        .isEmpty();
  }

  private static ModelHealth drifted(String model) {
    return health(model, HealthWindow.LAST_30_DAYS, 0.5, 0.85);
  }

  private static ModelHealth stable(String model) {
    return health(model, HealthWindow.LAST_30_DAYS, 0, 0.85);
  }

  private static ModelHealth fallen(String model) {
    return health(model, HealthWindow.LAST_90_DAYS, 0, 0.6);
  }

  private static ModelHealth health(String model, String window, double drifted, double auc) {
    Drift drift =
        new Drift(
            "terms",
            drifted,
            drifted > 0 ? DriftVerdict.DRIFTED : DriftVerdict.STABLE,
            0.6,
            0.01,
            900,
            0,
            0,
            "over 30",
            0.6,
            0.1);
    Performance measured = new Performance(0.2, auc, 0.5, 0.1, 0.3);
    return new ModelHealth(
        "h",
        model,
        window,
        TODAY.minusDays(90),
        TODAY.minusDays(1),
        TODAY,
        new HealthFigures(5_000, 5_000, 0, 0, measured, 0.01, measured, null, null, 0.0),
        List.of(),
        List.of(),
        List.of(drift),
        List.of(),
        drifted,
        Instant.EPOCH,
        false);
  }

  private static ModelReleased champion(String model) {
    return release(ModelSlot.CHAMPION, model, null, "labels");
  }

  private static ModelReleased refused(String model, String champion, String trigger) {
    return release(ModelSlot.NONE, model, champion, trigger);
  }

  private static ModelReleased release(
      ModelSlot slot, String model, String previous, String trigger) {
    return new ModelReleased(
        slot + model,
        slot,
        model,
        previous,
        Instant.EPOCH,
        null,
        slot == ModelSlot.CHAMPION ? ReleaseDecision.PASSED : ReleaseDecision.REFUSED,
        List.of(),
        trigger,
        "gate",
        3_000,
        Map.of("candidate.auc", 0.85),
        Instant.EPOCH);
  }
}
