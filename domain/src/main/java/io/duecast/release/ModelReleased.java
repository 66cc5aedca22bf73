package io.duecast.release;

import static io.duecast.check.Check.require;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a trained model: which slot it takes, since when, and why. One that was refused
 * is told too, with no slot.
 *
 * @param releaseId deterministic: the slot, the model and the moment
 * @param modelId sha-256 of the model's file, or the id of the rule without a model
 * @param previous the model that had the slot before; null for none
 * @param effectiveFrom invoices recorded from then on are scored by it
 * @param knownOn the day whose labels it learned from; null for the rule without a model
 * @param reasons in plain words, the weightiest first
 * @param trigger what made the trainer run
 * @param decidedBy who or what decided
 * @param evaluatedRows invoices that it was compared on; 0 if on none
 * @param metrics from the comparison, by name
 */
public record ModelReleased(
    String releaseId,
    ModelSlot slot,
    String modelId,
    @Nullable String previous,
    Instant effectiveFrom,
    @Nullable LocalDate knownOn,
    ReleaseDecision decision,
    List<String> reasons,
    String trigger,
    String decidedBy,
    int evaluatedRows,
    Map<String, Double> metrics,
    Instant recordedAt) {
  public ModelReleased {
    reasons = List.copyOf(reasons);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    require(!modelId.isBlank(), "release %s names no model", releaseId);
  }
}
