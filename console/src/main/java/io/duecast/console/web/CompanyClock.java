package io.duecast.console.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The time in the company. One whose days are not those of the calendar, simulated or replaying its
 * past, records in its own: a fact from its future would put all its clocks on.
 *
 * @param zone in which its days begin
 */
record CompanyClock(ZoneId zone, InstantSource clock) {
  /** The business day; that of the calendar before there is one. */
  LocalDate today(Handle handle) {
    @Nullable LocalDate day =
        handle.createQuery("select day from today").mapTo(LocalDate.class).findOne().orElse(null);
    return day == null ? LocalDate.ofInstant(clock.instant(), zone) : day;
  }

  /** When something is recorded now, on that business day. */
  Instant now(LocalDate today) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long away = ChronoUnit.DAYS.between(today, LocalDate.ofInstant(now, zone));
    return Math.abs(away) <= 1
        ? now
        : today.atTime(LocalTime.ofInstant(now, zone)).atZone(zone).toInstant();
  }
}
