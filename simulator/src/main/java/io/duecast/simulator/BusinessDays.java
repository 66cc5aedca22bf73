package io.duecast.simulator;

import java.time.LocalDate;

/** Monday to Friday, counted in days since 1970-01-01. */
final class BusinessDays {
  private BusinessDays() {}

  /** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
  static int weekday(long day) {
    return (int) Math.floorMod(day + 3, 7L);
  }

  static boolean isBusinessDay(long day) {
    return weekday(day) < 5;
  }

  static long onOrAfter(long day) {
    int weekday = weekday(day);
    return weekday < 5 ? day : day + 7 - weekday;
  }

  static long onOrBefore(long day) {
    int weekday = weekday(day);
    return weekday < 5 ? day : day + 4 - weekday;
  }

  /** The day that many business days later. */
  static long plus(long day, long businessDays) {
    long from = onOrBefore(day);
    long sinceMonday = weekday(from) + businessDays;
    return from
        - weekday(from)
        + Math.floorDiv(sinceMonday, 5L) * 7
        + Math.floorMod(sinceMonday, 5);
  }

  static long lastOfMonth(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return onOrBefore(day + date.lengthOfMonth() - date.getDayOfMonth());
  }

  /** Months since 1970-01. */
  static long month(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() - 1970) * 12L + date.getMonthValue() - 1;
  }

  /** The first day of a month counted since 1970-01. */
  static long firstOf(long month) {
    return LocalDate.of(
            (int) (1970 + Math.floorDiv(month, 12L)), (int) Math.floorMod(month, 12L) + 1, 1)
        .toEpochDay();
  }
}
