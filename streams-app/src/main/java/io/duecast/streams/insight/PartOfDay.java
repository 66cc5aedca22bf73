package io.duecast.streams.insight;

import io.duecast.insight.PortfolioDay;
import java.time.LocalDate;
import java.util.List;

/**
 * What one partition of the customers tells of a day.
 *
 * @param day that began; told is the day before
 * @param replayed true if it is a day of history, which may be told after later days
 */
record PartOfDay(int partition, LocalDate day, boolean replayed, List<PortfolioDay> days) {
  PartOfDay {
    days = List.copyOf(days);
  }
}
