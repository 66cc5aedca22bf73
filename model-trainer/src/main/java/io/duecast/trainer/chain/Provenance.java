package io.duecast.trainer.chain;

import io.duecast.model.ModelManifest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the rows of a training came from: what a model's manifest says and the rows do not.
 *
 * @param featureSet fingerprint of the feature set that served them
 * @param label definition and grace of their labels
 * @param knownOn the day on which the labels were as they are
 * @param offsets of the topic, by partition; empty if they came from elsewhere
 * @param seed the same rows and seed, the same model
 */
public record Provenance(
    String featureSet,
    ModelManifest.Label label,
    LocalDate knownOn,
    Map<String, Long> offsets,
    long seed,
    Instant createdAt) {
  public Provenance {
    offsets = Collections.unmodifiableMap(new TreeMap<>(offsets));
  }
}
