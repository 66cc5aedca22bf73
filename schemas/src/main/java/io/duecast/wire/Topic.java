package io.duecast.wire;

import io.duecast.wire.codec.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One topic: what lies on it, by what key, and how it is kept.
 *
 * @param name without the prefix that an installation may give it
 * @param value what its values have in common
 * @param types the records that it carries; several make it a union
 * @param key what its keys are
 * @param spread how many partitions it has
 * @param trust whether its values come from outside
 * @param config what it is created with, by the broker's names
 */
public record Topic<V>(
    String name,
    Class<V> value,
    List<Class<? extends V>> types,
    TopicKey key,
    Spread spread,
    Trust trust,
    Map<String, String> config) {
  public Topic {
    types = List.copyOf(types);
    config = Map.copyOf(config);
  }

  /** Whether several record types share it: each then has a subject of its own. */
  public boolean isUnion() {
    return types.size() > 1;
  }

  Topic<V> with(String setting, String to) {
    Map<String, String> more = new LinkedHashMap<>(config);
    more.put(setting, to);
    return new Topic<>(name, value, types, key, spread, trust, more);
  }

  @Override
  public String toString() {
    return name;
  }

  /** How many partitions a topic has. */
  public enum Spread {
    /** As many as every other such topic: what is one customer's meets in one partition number. */
    BY_CUSTOMER,
    /** One: it is for everybody. */
    ONE
  }
}
