package io.duecast.calendar;

import java.time.LocalDate;

/**
 * A business day has begun; everything that depends on the passing of time reacts to this.
 *
 * @param date the day, in the company's time zone
 * @param replayed true if it comes from history and not from the clock
 */
public record DayOpened(LocalDate date, boolean replayed) {}
