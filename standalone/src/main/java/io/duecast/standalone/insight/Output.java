package io.duecast.standalone.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for programs: JSON, one object on each line, or CSV with a header. */
final class Output {
  /** How rows are shown. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private Output() {}

  /** Rows of one shape; what is null is missing in JSON, and empty in CSV. */
  static void print(Console console, Format format, List<Map<String, @Nullable Object>> rows) {
    if (format == Format.JSON) {
      rows.forEach(row -> console.print("%s", json(row)));
    } else if (!rows.isEmpty()) {
      StringWriter text = new StringWriter();
      try (CsvWriter csv = CsvWriter.builder().build(text)) {
        csv.writeRecord(rows.getFirst().keySet());
        rows.forEach(row -> csv.writeRecord(row.values().stream().map(Output::plain).toList()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      text.toString().lines().forEach(line -> console.print("%s", line));
    }
  }

  private static String json(Map<String, @Nullable Object> row) {
    Map<String, Object> known = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> {
          if (value != null) {
            known.put(
                name,
                value instanceof BigDecimal || value instanceof Integer ? value : value.toString());
          }
        });
    try {
      return JSON.writeValueAsString(known);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
