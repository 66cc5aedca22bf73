package io.duecast.trainer.service;

import io.duecast.health.HealthAlarm;
import io.duecast.health.HealthWindow;
import io.duecast.health.ModelHealth;
import io.duecast.release.ModelReleased;
import io.duecast.release.Releases;
import io.duecast.risk.BaselineScorer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The alarms that the health of the model in charge gives, and which of them were answered by a
 * training. One is answered once; it counts anew for another model, or after it was silent.
 *
 * @param modelId in charge; empty if none is
 * @param raised by the latest that is known of its health
 * @param heeded kinds that were answered
 */
record Alarms(String modelId, List<HealthAlarm> raised, Set<String> heeded) {
  static final Alarms NONE = new Alarms("", List.of(), Set.of());

  Alarms {
    raised = List.copyOf(raised);
    heeded = Set.copyOf(heeded);
  }

  /**
   * What follows from what is known now.
   *
   * @param releases say which model is in charge, and what was tried on an alarm before
   * @param latest of each model and window
   */
  Alarms after(Releases releases, Collection<ModelHealth> latest) {
    ModelReleased champion = releases.champion().orElse(null);
    if (champion == null || champion.modelId().equals(BaselineScorer.MODEL_ID)) {
      return NONE;
    }
    List<HealthAlarm> now = raisedBy(champion, latest);
    Set<String> kinds = now.stream().map(HealthAlarm::kind).collect(Collectors.toSet());
    Set<String> answered =
        new TreeSet<>(
            champion.modelId().equals(modelId) ? heeded : answered(champion.modelId(), releases));
    answered.retainAll(kinds);
    return new Alarms(champion.modelId(), now, answered);
  }

  /** One that was not answered yet. */
  Optional<HealthAlarm> due() {
    return raised.stream().filter(it -> !heeded.contains(it.kind())).findFirst();
  }

  /** All that are raised are answered by a training, whatever brought it about. */
  Alarms answered() {
    Set<String> all = new TreeSet<>(heeded);
    raised.forEach(it -> all.add(it.kind()));
    return new Alarms(modelId, raised, all);
  }

  private static List<HealthAlarm> raisedBy(
      ModelReleased champion, Collection<ModelHealth> latest) {
    HealthAlarm.Proof proof =
        new HealthAlarm.Proof(
            champion.metrics().getOrDefault("candidate.auc", Double.NaN), champion.evaluatedRows());
    List<HealthAlarm> raised = new ArrayList<>();
    for (ModelHealth health : latest) {
      if (health.modelId().equals(champion.modelId())) {
        switch (health.window()) {
          case HealthWindow.LAST_30_DAYS -> HealthAlarm.drift(health).ifPresent(raised::add);
          case HealthWindow.LAST_90_DAYS -> HealthAlarm.fall(health, proof).ifPresent(raised::add);
          default -> {}
        }
      }
    }
    return raised;
  }

  /** Kinds that a training was tried on while a model was in charge that still is. */
  private static Set<String> answered(String modelId, Releases releases) {
    return releases.inOrder().stream()
        .filter(it -> modelId.equals(it.previous()) && !it.modelId().equals(modelId))
        .map(ModelReleased::trigger)
        .collect(Collectors.toSet());
  }
}
