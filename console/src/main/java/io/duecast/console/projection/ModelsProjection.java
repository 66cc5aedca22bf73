package io.duecast.console.projection;

import io.duecast.health.ModelHealth;
import io.duecast.release.ModelReleased;

/** Decisions about models, and how models do. */
final class ModelsProjection {
  private static final String RELEASE =
      Statement.append(
          "model_releases",
          "\"offset\"",
          "release_id",
          "slot",
          "model",
          "previous",
          "effective_from",
          "known_on",
          "decision",
          "reasons",
          "trigger",
          "decided_by",
          "evaluated_rows",
          "metrics",
          "recorded_at");
  private static final String HEALTH =
      Statement.put(
          "model_health",
          2,
          "model",
          "\"window\"",
          "from_day",
          "until_day",
          "as_of",
          "figures",
          "drift",
          "drifted_weight");

  private ModelsProjection() {}

  static void release(Object value, Place place, Rows rows) {
    ModelReleased it = (ModelReleased) value;
    rows.add(
        RELEASE,
        place.offset(),
        it.releaseId(),
        it.slot(),
        it.modelId(),
        it.previous(),
        it.effectiveFrom(),
        it.knownOn(),
        it.decision(),
        Json.of(it.reasons()),
        it.trigger(),
        it.decidedBy(),
        it.evaluatedRows(),
        Json.of(it.metrics()),
        it.recordedAt());
  }

  static void health(Object value, Place place, Rows rows) {
    ModelHealth it = (ModelHealth) value;
    rows.add(
        HEALTH,
        it.modelId(),
        it.window(),
        it.from(),
        it.until(),
        it.asOf(),
        Json.of(it.all()),
        Json.of(it.drift()),
        it.driftedWeight());
  }
}
