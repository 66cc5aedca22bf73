package io.duecast.model;

import static io.duecast.check.Check.require;

import io.duecast.health.TrainingReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model is and where it came from. The model's id is not in it: that is the checksum of the
 * file, of which the manifest is a part.
 *
 * @param features in the order of a row
 * @param featureSet fingerprint of the feature set that it was trained on
 * @param horizonDays after the last day of grace
 * @param hyperParameters as the trainer names them
 * @param versions of the trainer and of what it trained with, by name
 * @param metrics from the evaluation, by name; finite
 * @param reference what it was trained on, to compare live invoices with
 */
public record ModelManifest(
    List<ModelFeature> features,
    String featureSet,
    Label label,
    List<Integer> horizonDays,
    Training training,
    long seed,
    Map<String, String> hyperParameters,
    Map<String, String> versions,
    Map<String, Double> metrics,
    TrainingReference reference,
    Instant createdAt) {

  /**
   * What was learned.
   *
   * @param definition version of the definition of the label: another definition, another model
   * @param graceDays days past due that are still forgiven
   */
  public record Label(int definition, int graceDays) {
    public Label {
      require(graceDays >= 0, "%d grace days are negative", graceDays);
    }
  }

  /**
   * From what it was learned.
   *
   * @param from the first day of issue
   * @param until the last day of issue
   * @param knownOn the day on which the labels were as they are in it
   * @param offsets the topic's end offset, by partition, e.g. {@code labelled-invoices-0}; empty if
   *     the rows came from elsewhere
   * @param rows learned from, one count for each horizon
   */
  public record Training(
      LocalDate from,
      LocalDate until,
      LocalDate knownOn,
      Map<String, Long> offsets,
      List<Long> rows) {
    public Training {
      offsets = Collections.unmodifiableMap(new TreeMap<>(offsets));
      rows = List.copyOf(rows);
      require(!until.isBefore(from), "trained from %s until %s", from, until);
    }
  }

  public ModelManifest {
    features = List.copyOf(features);
    horizonDays = List.copyOf(horizonDays);
    hyperParameters = Collections.unmodifiableMap(new TreeMap<>(hyperParameters));
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    HashSet<String> keys = new HashSet<>();
    for (ModelFeature feature : features) {
      require(keys.add(feature.key()), "the feature %s stands twice", feature.key());
    }
    require(
        training.rows().size() == horizonDays.size(),
        "%d counts of rows for the horizons %s",
        training.rows().size(),
        horizonDays);
    metrics.forEach((name, value) -> require(Double.isFinite(value), "%s is %s", name, value));
  }
}
