package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.trainer.backtest.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what came of a backtest: the predictions, the figures made of them, and a report. */
public final class BacktestFiles {
  private BacktestFiles() {}

  /**
   * Writes {@code predictions.csv}, {@code cash.csv}, {@code metrics.json} and {@code report.html}.
   *
   * @return the figures
   */
  public static ObjectNode write(BacktestResult result, Path directory) throws IOException {
    Files.createDirectories(directory);
    PredictionsFile.write(directory.resolve("predictions.csv"), result.rows());
    List<CashWeek> cash = CashBacktest.of(result);
    CashFile.write(directory.resolve("cash.csv"), cash);
    ObjectNode figures = Figures.of(result);
    CashFigures.put(figures.putObject("cash"), cash);
    Files.writeString(directory.resolve("metrics.json"), figures.toPrettyString() + "\n");
    Files.writeString(directory.resolve("report.html"), Report.of(result, figures));
    return figures;
  }
}
