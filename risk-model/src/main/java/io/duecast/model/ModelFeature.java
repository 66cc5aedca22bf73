package io.duecast.model;

import static io.duecast.check.Check.require;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A feature as a model was trained on it; its place in the model's list is its place in a row.
 *
 * @param key as in {@code FeatureSet.keys()}
 * @param values the categories seen in training, in the order of their indices in a row; empty for
 *     a number. If {@link #OTHER} is among them, it stands for all that are not, and for none.
 */
public record ModelFeature(String key, Kind kind, List<String> values) {

  /** The category of those that are no other, and of a missing one. */
  public static final String OTHER = "";

  /** Where a number that is missing stands, if that tells something: below all that there are. */
  public static final double ABSENT = -1e15;

  /** What the values of a feature are. */
  public enum Kind {
    NUMBER,
    /** A number that stands at {@link #ABSENT} in a row if it is missing. */
    NUMBER_OR_ABSENT,
    CATEGORY
  }

  public ModelFeature {
    values = List.copyOf(values);
    require(!key.isBlank(), "a feature of a model has no key");
    require(
        (kind == Kind.CATEGORY) != values.isEmpty(), "%s: a %s of %s values", key, kind, values);
    require(
        new HashSet<>(values).size() == values.size(),
        "%s: a category stands twice: %s",
        key,
        values);
  }

  public static ModelFeature number(String key) {
    return new ModelFeature(key, Kind.NUMBER, List.of());
  }

  /** A number of which it was learned what its absence means. */
  public static ModelFeature numberOrAbsent(String key) {
    return new ModelFeature(key, Kind.NUMBER_OR_ABSENT, List.of());
  }

  /** A category, with the values seen in training in the order of their indices. */
  public static ModelFeature category(String key, List<String> values) {
    return new ModelFeature(key, Kind.CATEGORY, values);
  }

  @JsonIgnore
  public boolean isCategory() {
    return kind == Kind.CATEGORY;
  }

  /** The place of each category in a row; none of a number. */
  public Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    values.forEach(value -> places.put(value, places.size()));
    return places;
  }

  /** What stands in a row for a missing value; NaN if nothing does. */
  double missing() {
    return switch (kind) {
      case NUMBER -> Double.NaN;
      case NUMBER_OR_ABSENT -> ABSENT;
      case CATEGORY -> values.contains(OTHER) ? values.indexOf(OTHER) : Double.NaN;
    };
  }

  /**
   * A value as it stands in a row.
   *
   * @param number NaN if it is missing
   */
  public double inRow(double number) {
    return Double.isNaN(number) ? missing() : number;
  }
}
