package io.duecast.standalone.policies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The moment that an answer is for: the end of a day, or now. */
final class AsOf {
  private AsOf() {}

  static Instant moment(@Nullable LocalDate day, ZoneId zone) {
    return day == null
        ? Clock.systemUTC().instant()
        : day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
