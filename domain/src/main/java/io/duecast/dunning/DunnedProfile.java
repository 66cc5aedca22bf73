package io.duecast.dunning;

import io.duecast.receivable.CustomerUpdated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer is, and how it is written to.
 *
 * @param timeZone an IANA zone; null, or one that is none, for the company's own
 * @param effectiveFrom of the latest update; an update of an earlier day only fills gaps
 */
public record DunnedProfile(
    @Nullable String timeZone,
    @Nullable String country,
    @Nullable String segment,
    @Nullable String language,
    @Nullable LocalDate effectiveFrom) {
  static final DunnedProfile NONE = new DunnedProfile(null, null, null, null, null);

  DunnedProfile after(CustomerUpdated update) {
    boolean stale = isNewerThan(update);
    return new DunnedProfile(
        overlaid(timeZone, update.timeZone(), stale),
        overlaid(country, update.country(), stale),
        overlaid(segment, update.segment(), stale),
        overlaid(language, update.language(), stale),
        stale ? effectiveFrom : update.effectiveFrom());
  }

  boolean isNewerThan(CustomerUpdated update) {
    return effectiveFrom != null && update.effectiveFrom().isBefore(effectiveFrom);
  }

  private static @Nullable String overlaid(
      @Nullable String known, @Nullable String newer, boolean stale) {
    if (known == null || newer == null) {
      return known == null ? newer : known;
    }
    return stale ? known : newer;
  }

  ZoneId zone(ZoneId otherwise) {
    try {
      return timeZone == null ? otherwise : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
