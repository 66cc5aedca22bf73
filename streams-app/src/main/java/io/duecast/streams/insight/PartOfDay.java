package io.duecast.streams.insight;

import io.duecast.insight.PortfolioDay;
import java.time.LocalDate;
import java.util.List;

/**
 * What one partition of the customers tells of a day.
 *
 * @param day that began; told is the day before
 */
record PartOfDay(int partition, LocalDate day, List<PortfolioDay> days) {
  PartOfDay {
    days = List.copyOf(days);
  }
}
