package io.duecast.service.settings;

import java.util.Locale;

/**
 * Something that can be set.
 *
 * @param key its name, e.g. {@code topics.partitions}
 * @param byDefault its value where nobody sets it
 * @param meaning one clause
 */
public record Setting(String key, Kind kind, String byDefault, String meaning) {
  /** Its name in the environment. */
  public String variable() {
    return "DUECAST_" + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  /** What its value may be, in words. */
  public String expected() {
    return kind.expected();
  }
}
