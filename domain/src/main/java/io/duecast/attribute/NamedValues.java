package io.duecast.attribute;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values by name, in the order in which they were given; cannot change. Few, and seldom asked. */
public final class NamedValues extends AbstractMap<String, AttributeValue> {
  private final List<Entry<String, AttributeValue>> entries;

  private NamedValues(List<Entry<String, AttributeValue>> entries) {
    this.entries = entries;
  }

  /** These values; the map itself if it is one that cannot change. */
  public static NamedValues copyOf(Map<String, AttributeValue> map) {
    if (map instanceof NamedValues it) {
      return it;
    }
    Builder builder = new Builder(map.size());
    map.forEach(builder::add);
    return builder.build();
  }

  @Override
  public @Nullable AttributeValue get(@Nullable Object name) {
    for (Entry<String, AttributeValue> entry : entries) {
      if (entry.getKey().equals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public Set<Entry<String, AttributeValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, AttributeValue>> iterator() {
        return entries.iterator();
      }

      @Override
      public int size() {
        return entries.size();
      }
    };
  }

  /** Takes the values one by one; no name twice. */
  public static final class Builder {
    private final List<Entry<String, AttributeValue>> entries;

    public Builder(int size) {
      this.entries = new ArrayList<>(size);
    }

    public void add(String name, AttributeValue value) {
      entries.add(Map.entry(name, value));
    }

    public NamedValues build() {
      return new NamedValues(List.copyOf(entries));
    }
  }
}
