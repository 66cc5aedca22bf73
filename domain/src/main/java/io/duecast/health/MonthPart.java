package io.duecast.health;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A third of a month, by its first day: what is tallied together. Three of them are a month, nine
 * about ninety days.
 */
public record MonthPart(LocalDate from) implements Comparable<MonthPart> {

  /** The one that a day is in. */
  public static MonthPart of(LocalDate day) {
    int third = Math.min(2, (day.getDayOfMonth() - 1) / 10);
    return new MonthPart(day.withDayOfMonth(1 + 10 * third));
  }

  /** The first part of its month. */
  public MonthPart monthBegin() {
    return new MonthPart(from.withDayOfMonth(1));
  }

  MonthPart before() {
    return of(from.minusDays(1));
  }

  /** Its last day. */
  LocalDate until() {
    return from.getDayOfMonth() == 21 ? YearMonth.from(from).atEndOfMonth() : from.plusDays(9);
  }

  YearMonth month() {
    return YearMonth.from(from);
  }

  @Override
  public int compareTo(MonthPart other) {
    return from.compareTo(other.from);
  }
}
