package io.duecast.feature;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.NamedValues;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one invoice's features, in the order of their set. */
public final class FeatureVector {
  private final FeatureSet set;
  private final double[] numbers;
  private final @Nullable String[] categories;

  FeatureVector(FeatureSet set, double[] numbers, @Nullable String[] categories) {
    this.set = set;
    this.numbers = numbers;
    this.categories = categories;
  }

  public FeatureSet set() {
    return set;
  }

  /** The value of a number; NaN if missing, and for a category. */
  public double number(int index) {
    return numbers[index];
  }

  /** The value of a catalogue number: the catalogue comes first, in its order. */
  @SuppressWarnings("EnumOrdinal")
  public double number(Feature feature) {
    return numbers[feature.ordinal()];
  }

  /** The value of a category; null if missing, and for a number. */
  public @Nullable String category(int index) {
    return categories[index];
  }

  /** By name; a missing value is left out. */
  public Map<String, AttributeValue> asMap() {
    NamedValues.Builder values = new NamedValues.Builder(numbers.length);
    List<String> keys = set.keys();
    for (int i = 0; i < numbers.length; i++) {
      String category = categories[i];
      if (category != null) {
        values.add(keys.get(i), new AttributeValue.Category(category));
      } else if (!Double.isNaN(numbers[i])) {
        values.add(keys.get(i), new AttributeValue.Numeric(numbers[i]));
      }
    }
    return values.build();
  }
}
