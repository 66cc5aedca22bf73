package io.duecast.trainer.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes predictions as a table: commas, a header, nothing where nothing is known. */
final class PredictionsFile {
  private static final String COLUMNS =
      "source_row,invoice_id,customer_id,issued_on,due_on,amount,probability_late,p_on_time,p_1_30,"
          + "p_31_60,p_61_90,p_90_plus,expected_paid_on,paid_on_low,paid_on_high,late,days_late,"
          + "settled_on,model_id,settled_before,segment,own_mean_days,own_low_days,own_high_days";

  private PredictionsFile() {}

  static void write(Path file, List<PredictionRow> rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(COLUMNS);
      for (Baseline baseline : Baseline.values()) {
        out.write("," + baseline.column());
      }
      out.write('\n');
      for (PredictionRow row : rows) {
        out.write(line(row));
        out.write('\n');
      }
    }
  }

  private static String line(PredictionRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(text(row.sourceRow()));
    cells.add(quoted(row.invoiceId()));
    cells.add(quoted(row.customerId()));
    cells.add(text(row.issuedOn()));
    cells.add(text(row.dueOn()));
    cells.add(row.amount() == null ? "" : row.amount().toPlainString());
    cells.add(text(row.probabilityLate()));
    row.byBucket().forEach(it -> cells.add(text(it)));
    cells.add(text(row.expectedPaidOn()));
    cells.add(text(row.paidOnLow()));
    cells.add(text(row.paidOnHigh()));
    cells.add(row.late() == null ? "" : row.late() ? "1" : "0");
    cells.add(text(row.daysLate()));
    cells.add(text(row.settledOn()));
    cells.add(row.modelId());
    cells.add(text(row.history().settled()));
    cells.add(quoted(row.history().segment()));
    cells.add(text(row.history().mean()));
    cells.add(text(row.history().low()));
    cells.add(text(row.history().high()));
    row.others().forEach(it -> cells.add(text(it)));
    return String.join(",", cells);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
