package io.duecast.standalone.read;

import io.duecast.standalone.read.ReadCommand.Row;
import java.io.IOException;

/**
 * Writes rows in one of the formats.
 *
 * @param <L> a row as it will be written; small, for many may wait to be sorted
 */
interface RecordWriter<L> {
  L line(Row row);

  void write(L line) throws IOException;

  /** What was held back is written. */
  void end() throws IOException;
}
