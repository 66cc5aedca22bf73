package io.duecast.reserve;

import java.time.LocalDate;

/**
 * The experience of one calendar month.
 *
 * @param month its first day
 */
public record MonthOfExperience(LocalDate month, Experience experience) {}
