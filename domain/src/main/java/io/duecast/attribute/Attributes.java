package io.duecast.attribute;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of the company's own columns, by declared name; a value that is not known is left out.
 *
 * @param values immutable
 */
public record Attributes(Map<String, AttributeValue> values) {
  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    values = Map.copyOf(values);
  }

  public @Nullable AttributeValue get(String name) {
    return values.get(name);
  }

  /** These, overlaid with newer ones. */
  public Attributes after(Attributes newer) {
    if (newer.values.isEmpty()) {
      return this;
    }
    Map<String, AttributeValue> merged = new HashMap<>(values);
    merged.putAll(newer.values);
    return new Attributes(merged);
  }
}
