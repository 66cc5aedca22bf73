package io.duecast.attribute;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of the company's own columns, by declared name; a value that is not known is left out.
 *
 * @param values immutable, in the order of the names
 */
public record Attributes(Map<String, AttributeValue> values) {
  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public @Nullable AttributeValue get(String name) {
    return values.get(name);
  }

  /** These, overlaid with newer ones. */
  public Attributes after(Attributes newer) {
    if (newer.values.isEmpty()) {
      return this;
    }
    Map<String, AttributeValue> merged = new TreeMap<>(values);
    merged.putAll(newer.values);
    return new Attributes(merged);
  }
}
