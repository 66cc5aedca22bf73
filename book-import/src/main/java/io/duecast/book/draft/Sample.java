package io.duecast.book.draft;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.csv.CsvTable;
import io.duecast.book.csv.FileFormat;
import io.duecast.book.csv.NumberStyle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The first rows of a file, column by column. */
record Sample(String file, Dialect dialect, List<Column> columns) {
  private static final int ROWS = 5000;

  static Sample of(Path file, DatePatterns patterns) {
    Dialect dialect = Dialect.of(file);
    FileFormat format =
        new FileFormat(
            dialect.delimiter(),
            dialect.charset(),
            '"',
            FileFormat.DEFAULT.dates(),
            NumberStyle.PLAIN,
            Locale.ENGLISH,
            Set.of());
    try (CsvTable table = CsvTable.open(file, format)) {
      List<String> header = table.header();
      List<List<String>> values = new ArrayList<>();
      header.forEach(column -> values.add(new ArrayList<>()));
      while (table.hasNext() && table.rows() < ROWS) {
        add(table.next(), values);
      }
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < header.size(); i++) {
        columns.add(Column.of(header.get(i), values.get(i), patterns));
      }
      String name = Objects.requireNonNull(file.getFileName()).toString();
      return new Sample(name, dialect, decided(columns));
    }
  }

  private static void add(CsvRow row, List<List<String>> values) {
    if (row.size() >= values.size()) {
      for (int i = 0; i < values.size(); i++) {
        values.get(i).add(row.field(i).strip());
      }
    }
  }

  /** Days and months are in one order in all columns: one that is certain decides for all. */
  private static List<Column> decided(List<Column> columns) {
    List<Column> decided = new ArrayList<>();
    for (Column column : columns) {
      Column now = column;
      for (Column other : columns) {
        DateGuess guess = now.dates();
        DateGuess certain = other.dates();
        if (guess != null && guess.rival() != null && certain != null && certain.rival() == null) {
          now = now.withDates(guess.decidedBy(certain.patterns().getFirst()));
        }
      }
      decided.add(now);
    }
    return decided;
  }
}
