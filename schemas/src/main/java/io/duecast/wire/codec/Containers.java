package io.duecast.wire.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The collections that a record may declare, and what is built for them. */
final class Containers {
  private Containers() {}

  static UnaryOperator<Object> ofItems(Class<?> declared, String path) {
    if (declared.isAssignableFrom(List.class)) {
      return items -> Collections.unmodifiableList((ArrayList<?>) items);
    }
    if (declared.isAssignableFrom(LinkedHashSet.class)) {
      return items -> new LinkedHashSet<>((Collection<?>) items);
    }
    if (declared.isAssignableFrom(TreeSet.class)) {
      return items -> new TreeSet<>((Collection<?>) items);
    }
    throw new SchemaMismatch(path, "a " + declared.getSimpleName() + " cannot be read");
  }

  static Supplier<Map<Object, Object>> ofMap(Class<?> declared, String path) {
    if (declared.isAssignableFrom(LinkedHashMap.class)) {
      return LinkedHashMap::new;
    }
    if (declared.isAssignableFrom(TreeMap.class)) {
      return TreeMap::new;
    }
    throw new SchemaMismatch(path, "a " + declared.getSimpleName() + " cannot be read");
  }
}
