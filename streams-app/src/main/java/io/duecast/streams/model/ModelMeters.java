package io.duecast.streams.model;

import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which models score in this instance, and what it heard to be decided about them. */
final class ModelMeters {
  private final String rule;
  private final MultiGauge info;
  private final Map<ReleaseDecision, Counter> decisions = new EnumMap<>(ReleaseDecision.class);
  private final Counter unusable;
  private volatile boolean isCounting;
  private volatile Optional<Instant> since = Optional.empty();

  /**
   * Numbers of one instance.
   *
   * @param rule the id of what speaks where there is no model
   */
  ModelMeters(MeterRegistry meters, String rule) {
    this.rule = rule;
    this.info =
        MultiGauge.builder("duecast.model.info")
            .description("1 for the model that scores in a role in this instance")
            .register(meters);
    for (ReleaseDecision it : ReleaseDecision.values()) {
      if (it != ReleaseDecision.UNKNOWN) {
        decisions.put(
            it,
            Counter.builder("duecast.model.decisions")
                .description("decisions about models that this instance has heard since its start")
                .tag("decision", it.name().toLowerCase(Locale.ROOT))
                .register(meters));
      }
    }
    this.unusable =
        Counter.builder("duecast.models.unusable")
            .description("released models that this instance could not load")
            .register(meters);
    TimeGauge.builder("duecast.model.age", this, TimeUnit.SECONDS, ModelMeters::ageSeconds)
        .description("time since the model in charge was put there; NaN for the rule")
        .register(meters);
    show(rule, Optional.empty());
  }

  /** From now on decisions are news. */
  void count() {
    isCounting = true;
  }

  /** A decision was heard; the model in charge and the silent one are those after it. */
  void heard(ModelReleased release, String live, Optional<String> shadow) {
    if (release.slot() == ModelSlot.CHAMPION) {
      since = live.equals(rule) ? Optional.empty() : Optional.of(release.effectiveFrom());
    }
    show(live, shadow);
    if (isCounting && release.decision() != ReleaseDecision.UNKNOWN) {
      Objects.requireNonNull(decisions.get(release.decision())).increment();
    }
  }

  void unusable() {
    unusable.increment();
  }

  private double ageSeconds() {
    return since
        .map(it -> Duration.between(it, Instant.now()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  private void show(String live, Optional<String> shadow) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    rows.add(row(live, live.equals(rule) ? "baseline" : "champion"));
    shadow.ifPresent(it -> rows.add(row(it, "shadow")));
    info.register(rows, true);
  }

  private static MultiGauge.Row<?> row(String modelId, String role) {
    return MultiGauge.Row.of(Tags.of("model", modelId, "role", role), 1);
  }
}
