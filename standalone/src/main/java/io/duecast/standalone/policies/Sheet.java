package io.duecast.standalone.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under names, printed in one of the formats; a number is one in JSON too. */
final class Sheet {
  /** How it is printed. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  private static final String WHOLE = "-?\\d{1,18}";

  private final List<String> names;
  private final List<List<String>> rows = new ArrayList<>();

  Sheet(String... names) {
    this.names = List.of(names);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  void print(Format format, Console console) {
    switch (format) {
      case TABLE -> {
        TextTable table = new TextTable(names);
        rows.forEach(table::row);
        table.lines().forEach(line -> console.print("%s", line));
      }
      case JSON -> rows.forEach(row -> console.print("%s", json(row)));
      case CSV -> console.print("%s", csv().stripTrailing());
    }
  }

  private String json(List<String> row) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode object = mapper.createObjectNode();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).replace(' ', '_');
      if (row.get(i).matches(WHOLE)) {
        object.put(name, Long.parseLong(row.get(i)));
      } else {
        object.put(name, row.get(i));
      }
    }
    try {
      return mapper.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String csv() {
    StringWriter out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    csv.writeRecord(names.stream().map(it -> it.replace(' ', '_')).toList());
    rows.forEach(csv::writeRecord);
    return out.toString();
  }
}
