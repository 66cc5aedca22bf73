package io.duecast.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of which some are not known. */
final class Later {
  private Later() {}

  /** The latest of those that are known; null if none is. */
  static @Nullable LocalDate of(@Nullable LocalDate... days) {
    LocalDate latest = null;
    for (LocalDate day : days) {
      latest = latest == null || (day != null && day.isAfter(latest)) ? day : latest;
    }
    return latest;
  }

  /** The earlier one; null if neither is known. */
  static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
