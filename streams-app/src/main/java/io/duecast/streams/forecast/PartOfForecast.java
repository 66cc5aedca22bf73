package io.duecast.streams.forecast;

import io.duecast.forecast.CashPart;
import java.time.LocalDate;
import java.util.List;

/**
 * What one partition of the customers says as a week begins.
 *
 * @param replayed true if it is a week of history
 * @param parts by currency
 */
record PartOfForecast(int partition, LocalDate monday, boolean replayed, List<CashPart> parts) {
  PartOfForecast {
    parts = List.copyOf(parts);
  }
}
