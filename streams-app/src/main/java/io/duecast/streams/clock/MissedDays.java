package io.duecast.streams.clock;

import java.time.LocalDate;
import java.util.List;

/** Which days are still to be opened. */
final class MissedDays {
  private MissedDays() {}

  /**
   * The days after the last one up to and with today; only today if none was ever opened.
   *
   * @param last {@link LocalDate#MIN} for none
   */
  static List<LocalDate> upTo(LocalDate today, LocalDate last) {
    if (last.equals(LocalDate.MIN)) {
      return List.of(today);
    }
    return last.isBefore(today)
        ? last.plusDays(1).datesUntil(today.plusDays(1)).toList()
        : List.of();
  }
}
