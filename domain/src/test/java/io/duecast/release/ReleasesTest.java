package io.duecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleasesTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

  @Test
  void beforeTheFirstReleaseNobodyIsInCharge() {
    assertThat(Releases.NONE.champion()).isEmpty();
    assertThat(released("a", JUNE).championAt(MAY)).isEmpty();
  }

  @Test
  void aReleaseHoldsFromItsMomentUntilTheNext() {
    Releases releases = released("a", MAY).after(release("b", JULY, ModelSlot.CHAMPION));

    assertThat(releases.championAt(MAY)).map(ModelReleased::modelId).contains("a");
    assertThat(releases.championAt(JUNE)).map(ModelReleased::modelId).contains("a");
    assertThat(releases.championAt(JULY)).map(ModelReleased::modelId).contains("b");
  }

  @Test
  void whatIsDecidedLastIsInChargeNowHoweverEarlyItHolds() {
    Releases releases = released("b", JULY).after(release("a", MAY, ModelSlot.CHAMPION));

    assertThat(releases.champion()).map(ModelReleased::modelId).contains("a");
    assertThat(releases.championAt(JULY)).map(ModelReleased::modelId).contains("b");
  }

  @Test
  void ofTwoOfOneMomentTheLaterDecisionHolds() {
    Releases releases = released("a", MAY).after(release("b", MAY, ModelSlot.CHAMPION));

    assertThat(releases.championAt(JUNE)).map(ModelReleased::modelId).contains("b");
  }

  @Test
  void aRefusedOneAndAShadowAreInChargeOfNothing() {
    Releases releases =
        released("a", MAY)
            .after(release("bad", JUNE, ModelSlot.NONE))
            .after(release("new", JUNE, ModelSlot.SHADOW));

    assertThat(releases.champion()).map(ModelReleased::modelId).contains("a");
    assertThat(releases.championAt(JULY)).map(ModelReleased::modelId).contains("a");
  }

  @Test
  void whoWasThereBeforeIsAskedOfTheFirstTimeAModelCame() {
    Releases releases =
        Releases.NONE
            .after(release("a", null, MAY, ModelSlot.CHAMPION))
            .after(release("b", "a", JUNE, ModelSlot.CHAMPION))
            .after(release("a", "b", JULY, ModelSlot.CHAMPION));

    assertThat(releases.before("b")).contains("a");
    assertThat(releases.before("a")).isEmpty();
    assertThat(releases.before("c")).isEmpty();
  }

  @Test
  void oneIsOnTrialUntilMoreIsDecidedAboutItOrAnotherComes() {
    Releases trial = released("a", MAY).after(release("new", JUNE, ModelSlot.SHADOW));

    assertThat(trial.shadow()).map(ModelReleased::modelId).contains("new");
    assertThat(trial.after(release("other", JUNE, ModelSlot.NONE)).shadow()).isPresent();
    assertThat(trial.after(release("other", JUNE, ModelSlot.CHAMPION)).shadow()).isPresent();
    assertThat(trial.after(release("new", JULY, ModelSlot.CHAMPION)).shadow()).isEmpty();
    assertThat(trial.after(release("new", JULY, ModelSlot.NONE)).shadow()).isEmpty();
    assertThat(trial.after(release("newer", JULY, ModelSlot.SHADOW)).shadow())
        .map(ModelReleased::modelId)
        .contains("newer");
  }

  private static Releases released(String model, Instant from) {
    return Releases.NONE.after(release(model, from, ModelSlot.CHAMPION));
  }

  private static ModelReleased release(String model, Instant from, ModelSlot slot) {
    return release(model, null, from, slot);
  }

  private static ModelReleased release(
      String model, @Nullable String previous, Instant from, ModelSlot slot) {
    return new ModelReleased(
        slot + ":" + model + "@" + from,
        slot,
        model,
        previous,
        from,
        null,
        ReleaseDecision.PASSED,
        List.of(),
        "schedule",
        "gate",
        0,
        Map.of(),
        from);
  }
}
