package io.duecast.trainer.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes past cash forecasts and what came as a table: commas, a header. */
final class CashFile {
  private static final String COLUMNS =
      "origin,currency,week,from,to,expected,p10,p50,p90,came,due_date,customer_delay\n";

  private CashFile() {}

  static void write(Path file, List<CashWeek> weeks) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(COLUMNS);
      for (CashWeek it : weeks) {
        out.write(
            String.join(
                ",",
                it.origin().toString(),
                it.came().currency().getCurrencyCode(),
                Integer.toString(it.week() + 1),
                it.said().from().toString(),
                it.said().to().toString(),
                it.said().expected().amount().toPlainString(),
                it.said().p10().amount().toPlainString(),
                it.said().p50().amount().toPlainString(),
                it.said().p90().amount().toPlainString(),
                it.came().amount().toPlainString(),
                it.byDueDate().amount().toPlainString(),
                it.byCustomerDelay().amount().toPlainString()));
        out.write('\n');
      }
    }
  }
}
