package io.duecast.standalone.read;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Rows as CSV of RFC 4180, header first; a missing value is an empty field. */
final class CsvRows implements RecordWriter<String> {
  private final StringWriter line = new StringWriter();
  private final CsvWriter csv =
      CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(line);
  private final Writer out;
  private final List<String> columns;

  CsvRows(Writer out, List<String> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    out.write(text(columns));
  }

  @Override
  public String line(Row row) {
    Map<String, String> cells = row.cells();
    return text(columns.stream().map(it -> cells.getOrDefault(it, "")).toList());
  }

  private String text(List<String> fields) {
    line.getBuffer().setLength(0);
    csv.writeRecord(fields);
    return line.toString();
  }

  @Override
  public void write(String line) throws IOException {
    out.write(line);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
