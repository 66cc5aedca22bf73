package io.duecast.standalone.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;
import java.io.Writer;

/** Rows as JSON, one object on each line. */
final class JsonRows implements RecordWriter<String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;

  JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public String line(Row row) {
    try {
      return JSON.writeValueAsString(row.plain()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
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
