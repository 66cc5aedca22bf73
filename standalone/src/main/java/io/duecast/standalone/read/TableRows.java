package io.duecast.standalone.read;

import io.duecast.standalone.read.ReadCommand.Row;
import io.duecast.standalone.terminal.TextTable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Rows as a table for a terminal, a page at a time; each page has its own widths. */
final class TableRows implements RecordWriter<List<String>> {
  private static final int PAGE_ROWS = 1000;

  private final Writer out;
  private final List<String> columns;
  private TextTable page;
  private int rows;
  private boolean isFirst = true;

  TableRows(Writer out, List<String> columns) {
    this.out = out;
    this.columns = columns;
    this.page = new TextTable(columns);
  }

  @Override
  public List<String> line(Row row) {
    Map<String, String> cells = row.cells();
    return columns.stream().map(it -> cells.getOrDefault(it, "")).toList();
  }

  @Override
  public void write(List<String> line) throws IOException {
    page.row(line);
    rows++;
    if (rows == PAGE_ROWS) {
      end();
    }
  }

  @Override
  public void end() throws IOException {
    if (rows > 0 || isFirst) {
      List<String> lines = page.lines();
      for (String line : isFirst ? lines : lines.subList(1, lines.size())) {
        out.write(line + "\n");
      }
    }
    out.flush();
    page = new TextTable(columns);
    rows = 0;
    isFirst = false;
  }
}
