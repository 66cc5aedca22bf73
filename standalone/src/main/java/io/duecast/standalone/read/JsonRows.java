package io.duecast.standalone.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;
import java.io.Writer;

/** Rows as JSON, one object on each line. */
final class JsonRows implements RecordWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;

  JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void write(Row row) throws IOException {
    out.write(JSON.writeValueAsString(row.plain()));
    out.write("\n");
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
