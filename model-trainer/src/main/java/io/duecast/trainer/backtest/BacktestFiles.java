package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.trainer.backtest.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what came of a backtest: the predictions, the figures made of them, and a report. */
public final class BacktestFiles {
  private BacktestFiles() {}

  /**
   * Writes {@code predictions.csv}, {@code metrics.json} and {@code report.html}.
   *
   * @return the figures
   */
  public static ObjectNode write(BacktestResult result, Path directory) throws IOException {
    Files.createDirectories(directory);
    PredictionsFile.write(directory.resolve("predictions.csv"), result.rows());
    ObjectNode figures = Figures.of(result);
    Files.writeString(directory.resolve("metrics.json"), figures.toPrettyString() + "\n");
    Files.writeString(directory.resolve("report.html"), Report.of(result, figures));
    return figures;
  }
}
