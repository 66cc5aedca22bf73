package io.duecast.model;

import static io.duecast.check.Check.require;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashSet;
import java.util.List;

/**
 * A feature as a model was trained on it; its place in the model's list is its place in a row.
 *
 * @param key as in {@code FeatureSet.keys()}
 * @param values the categories seen in training, in the order of their indices in a row; empty for
 *     a number
 */
public record ModelFeature(String key, Kind kind, List<String> values) {

  /** What the values of a feature are. */
  public enum Kind {
    NUMBER,
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

  /** A category, with the values seen in training in the order of their indices. */
  public static ModelFeature category(String key, List<String> values) {
    return new ModelFeature(key, Kind.CATEGORY, values);
  }

  @JsonIgnore
  public boolean isCategory() {
    return kind == Kind.CATEGORY;
  }
}
