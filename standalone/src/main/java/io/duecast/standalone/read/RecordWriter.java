package io.duecast.standalone.read;

import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;

/** Writes rows in one of the formats. */
interface RecordWriter {
  void write(Row row) throws IOException;

  /** What was held back is written. */
  void end() throws IOException;
}
