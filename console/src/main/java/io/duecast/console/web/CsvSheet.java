package io.duecast.console.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields with commas between. Text that a spreadsheet would run is quoted. */
final class CsvSheet implements Sheet {
  private static final String RUNS = "=+-@\t\r";

  private final List<Column> columns;
  private final CsvWriter writer;

  CsvSheet(List<Column> columns, OutputStream to) {
    this.columns = columns;
    writer = CsvWriter.builder().build(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    writer.writeRecord(columns.stream().map(Column::name).toList());
  }

  @Override
  public void put(Map<String, @Nullable Object> row) {
    writer.writeRecord(columns.stream().map(it -> cell(it, row.get(it.name()))).toList());
  }

  private static String cell(Column column, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean isFromOutside = column.kind() == Kind.TEXT || column.kind() == Kind.JSON;
    return isFromOutside && !text.isEmpty() && RUNS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
