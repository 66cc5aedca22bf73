package io.duecast.trainer.backtest;

import io.duecast.trainer.book.BookFold;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of a backtest.
 *
 * @param firstTestDay on it the first model is released
 * @param asOf nothing of this day or later is known
 * @param rows every invoice issued from the first test day on, in the order in which they became
 *     known
 */
public record BacktestResult(
    BookFold book,
    LocalDate firstTestDay,
    LocalDate asOf,
    BacktestSettings settings,
    List<Release> releases,
    List<PredictionRow> rows) {
  public BacktestResult {
    releases = List.copyOf(releases);
    rows = List.copyOf(rows);
  }
}
