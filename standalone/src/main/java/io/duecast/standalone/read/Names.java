package io.duecast.standalone.read;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the parts of a record are called in a column or a key. */
final class Names {
  private static final Map<String, String> SNAKES = new ConcurrentHashMap<>();

  private Names() {}

  /**
   * {@code probabilityLate} as {@code probability_late}, {@code days1To30} as {@code days_1_to_30}.
   */
  static String snake(String camel) {
    return SNAKES.computeIfAbsent(camel, Names::toSnake);
  }

  private static String toSnake(String camel) {
    return camel
        .replaceAll("([a-z])([A-Z0-9])", "$1_$2")
        .replaceAll("([0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** What stands before the name of each of several: {@code features} as {@code feature}. */
  static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether a record only gives its one component a type: an id, a set of attributes. */
  static boolean isWrapper(Class<?> type) {
    if (!type.isRecord() || type.getRecordComponents().length != 1) {
      return false;
    }
    Class<?> only = type.getRecordComponents()[0].getType();
    return only == String.class || Map.class.isAssignableFrom(only);
  }
}
