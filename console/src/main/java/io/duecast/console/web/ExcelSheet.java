package io.duecast.console.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, of which only the latest rows are in memory. */
final class ExcelSheet implements Sheet {
  /** The format takes 1,048,576. */
  static final int MOST_ROWS = 1_000_000;

  private static final int ROWS_IN_MEMORY = 500;
  private static final int LONGEST_CELL = 32_767;

  private final List<Column> columns;
  private final Workbook book;
  private final Worksheet sheet;
  private int line;

  ExcelSheet(String title, List<Column> columns, OutputStream to) {
    this.columns = columns;
    book = new Workbook(to, "Duecast", "1.0");
    sheet = book.newWorksheet(title);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Problem if a sheet takes no more
   */
  @Override
  public void put(Map<String, @Nullable Object> row) throws IOException {
    if (line == MOST_ROWS) {
      throw Problem.badRequest(
          "a sheet takes %d rows, and there are more: ask for csv, or for less with filters",
          MOST_ROWS);
    }
    line++;
    for (int i = 0; i < columns.size(); i++) {
      put(i, columns.get(i), row.get(columns.get(i).name()));
    }
    if (line % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void put(int at, Column column, @Nullable Object value) {
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
      case TEXT, INSTANT, JSON -> sheet.inlineString(line, at, text(value.toString()));
    }
  }

  /** Without the characters that the format knows no way to write. */
  private static String text(String text) {
    String bare = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    return bare.length() <= LONGEST_CELL ? bare : bare.substring(0, LONGEST_CELL - 1) + "…";
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
