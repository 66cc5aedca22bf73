package io.duecast.standalone.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as CSV of RFC 4180, header first; a missing value is an empty field. */
final class CsvRows implements RecordWriter {
  private final CsvWriter csv;
  private final List<String> columns;

  CsvRows(Writer out, List<String> columns) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    this.columns = columns;
    csv.writeRecord(columns);
  }

  @Override
  public void write(Row row) {
    csv.writeRecord(columns.stream().map(it -> row.cells().getOrDefault(it, "")).toList());
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }
}
