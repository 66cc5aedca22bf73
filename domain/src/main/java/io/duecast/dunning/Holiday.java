package io.duecast.dunning;

import static io.duecast.check.Check.require;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day on which nobody in a country is written to.
 *
 * @param country ISO 3166 alpha-2
 * @param year null for every year
 */
public record Holiday(String country, int month, int day, @Nullable Integer year) {
  public Holiday {
    require(country.length() == 2, "%s is no country of two letters", country);
    require(
        month >= 1
            && month <= 12
            && day >= 1
            && day <= MonthDay.of(month, 1).getMonth().maxLength(),
        "month %s has no day %s",
        month,
        day);
  }

  boolean isOn(LocalDate date) {
    return date.getMonthValue() == month
        && date.getDayOfMonth() == day
        && (year == null || date.getYear() == year);
  }
}
