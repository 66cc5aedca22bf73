package io.duecast.console.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as a file for a spreadsheet. Text that a spreadsheet would run is quoted. */
final class Sheet {
  private static final String RUNS = "=+-@\t\r";

  private Sheet() {}

  static void csv(Listing listing, Iterable<Map<String, @Nullable Object>> rows, OutputStream to)
      throws IOException {
    try (CsvWriter writer =
        CsvWriter.builder().build(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
      writer.writeRecord(listing.columns().stream().map(Column::name).toList());
      for (Map<String, @Nullable Object> row : rows) {
        List<String> cells =
            listing.columns().stream().map(it -> cell(it, row.get(it.name()))).toList();
        writer.writeRecord(cells);
      }
    }
  }

  static void xlsx(Listing listing, Iterable<Map<String, @Nullable Object>> rows, OutputStream to)
      throws IOException {
    try (Workbook book = new Workbook(to, "Duecast", "1.0")) {
      Worksheet sheet = book.newWorksheet(listing.path());
      int at = 0;
      for (Column column : listing.columns()) {
        sheet.value(0, at++, column.name());
      }
      sheet.range(0, 0, 0, listing.columns().size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      int line = 1;
      for (Map<String, @Nullable Object> row : rows) {
        for (int i = 0; i < listing.columns().size(); i++) {
          Column column = listing.columns().get(i);
          put(sheet, line, i, column, row.get(column.name()));
        }
        line++;
      }
    }
  }

  private static void put(
      Worksheet sheet, int line, int at, Column column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    switch (column.kind()) {
      case MONEY -> {
        sheet.value(line, at, new BigDecimal(value.toString()));
        sheet.style(line, at).format("#,##0.00").set();
      }
      case NUMBER, COUNT -> sheet.value(line, at, (Number) value);
      case DAY -> {
        sheet.value(line, at, LocalDate.parse(value.toString()));
        sheet.style(line, at).format("yyyy-mm-dd").set();
      }
      case FLAG -> sheet.value(line, at, (Boolean) value);
      case TEXT, INSTANT, JSON -> sheet.value(line, at, value.toString());
    }
  }

  private static String cell(Column column, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean isFromOutside = column.kind() == Kind.TEXT || column.kind() == Kind.JSON;
    return isFromOutside && !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
