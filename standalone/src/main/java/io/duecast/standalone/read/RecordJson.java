package io.duecast.standalone.read;

import io.duecast.standalone.read.ReadCommand.Row;
import java.io.Writer;
import java.util.Map;

/** A record as {@code duecast read --format json} shows it. */
public final class RecordJson {
  private RecordJson() {}

  /** One line, without its end. */
  public static String of(Record value) {
    return new JsonRows(Writer.nullWriter())
        .line(new Row(Map.of(), PlainValue.of(value, false)))
        .stripTrailing();
  }
}
