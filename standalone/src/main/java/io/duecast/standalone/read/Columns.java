package io.duecast.standalone.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.attribute.Attributes;
import io.duecast.wire.Topic;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a topic's records: a nested part as {@code part.name}, each entry of a map as a
 * column of its own, a list as JSON in one. Which entries there are is known by looking at all
 * records first; their order does not depend on that of the records.
 */
final class Columns {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> order = new ArrayList<>();
  private final Map<String, Set<String>> entriesByMap = new LinkedHashMap<>();
  private final boolean isTyped;

  private Columns(boolean isTyped) {
    this.isTyped = isTyped;
  }

  /**
   * The columns of a topic.
   *
   * @param features the features' names that are known before, in their order
   */
  static Columns of(Topic<?> topic, List<String> features) {
    return of(topic.types(), features);
  }

  /** The columns of records of these types. */
  static Columns of(List<? extends Class<?>> types, List<String> features) {
    Columns columns = new Columns(types.size() > 1);
    if (types.size() > 1) {
      columns.add("type");
    }
    types.forEach(type -> columns.addType("", type));
    Set<String> known = columns.entriesByMap.get("feature");
    if (known != null) {
      known.addAll(features);
    }
    return columns;
  }

  private void addType(String path, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      addPart(path + Names.snake(component.getName()), component.getType());
    }
  }

  private void addPart(String name, Class<?> type) {
    if (Map.class.isAssignableFrom(type) || type == Attributes.class) {
      add(Names.singular(name) + ".*");
      entriesByMap.putIfAbsent(Names.singular(name), new LinkedHashSet<>());
    } else if (type.isSealed()) {
      add(name + ".type");
      for (Class<?> one : type.getPermittedSubclasses()) {
        addType(name + ".", one);
      }
    } else if (type.isRecord() && !Names.isWrapper(type)) {
      addType(name + ".", type);
    } else {
      add(name);
    }
  }

  private void add(String name) {
    if (!order.contains(name)) {
      order.add(name);
    }
  }

  /** Learns which entries the maps of a record have. */
  void learn(Record value) {
    flatten(PlainValue.of(value, isTyped), new HashMap<>());
  }

  /** Their names; entries that were not known before come after those that were, sorted. */
  List<String> names(List<String> features) {
    List<String> names = new ArrayList<>();
    for (String column : order) {
      if (column.endsWith(".*")) {
        String map = column.substring(0, column.length() - 2);
        Set<String> entries = new LinkedHashSet<>();
        Set<String> learned = entriesByMap.getOrDefault(map, Set.of());
        features.stream().filter(learned::contains).forEach(entries::add);
        entries.addAll(new TreeSet<>(learned));
        entries.forEach(entry -> names.add(map + "." + entry));
      } else {
        names.add(column);
      }
    }
    return names;
  }

  /** The cells of a plain value by column; what is empty is left out. */
  void flatten(Map<String, @Nullable Object> plain, Map<String, String> cells) {
    plain.forEach((name, part) -> flatten(name, part, cells));
  }

  private void flatten(String name, @Nullable Object part, Map<String, String> cells) {
    switch (part) {
      case null -> {}
      case Map<?, ?> it -> {
        Set<String> entries = entriesByMap.get(Names.singular(name));
        String path = entries == null ? name : Names.singular(name);
        for (Map.Entry<?, ?> entry : it.entrySet()) {
          String key = String.valueOf(entry.getKey());
          if (entries != null) {
            entries.add(key);
          }
          flatten(path + "." + key, entry.getValue(), cells);
        }
      }
      case List<?> it -> cells.put(name, json(it));
      default -> cells.put(name, part.toString());
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
