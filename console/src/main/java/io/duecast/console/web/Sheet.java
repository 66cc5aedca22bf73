package io.duecast.console.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list as a file for a spreadsheet, written row by row; whole once it is closed. */
interface Sheet extends Closeable {
  /** The next row, by name of column. */
  void put(Map<String, @Nullable Object> row) throws IOException;

  /** One that begins with the names of the columns. */
  static Sheet begin(Format format, String title, List<Column> columns, OutputStream to)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvSheet(columns, to);
      case XLSX -> new ExcelSheet(title, columns, to);
      case JSON -> throw new IllegalArgumentException("JSON is no sheet");
    };
  }
}
