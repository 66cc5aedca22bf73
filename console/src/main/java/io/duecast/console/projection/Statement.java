package io.duecast.console.projection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that put a row into a table. */
final class Statement {
  private Statement() {}

  /** A row that stands for ever: the same again changes nothing. */
  static String append(String table, String... columns) {
    return insert(table, List.of(columns)) + " on conflict do nothing";
  }

  /**
   * The last row of a key holds.
   *
   * @param keys how many of the columns, the first ones, make up the key
   */
  static String put(String table, int keys, String... columns) {
    return put(table, keys, "", columns);
  }

  /** The same where a condition holds of {@code excluded}, the row that comes. */
  static String putIf(String table, int keys, String condition, String... columns) {
    return put(table, keys, " where " + condition, columns);
  }

  private static String put(String table, int keys, String condition, String... columns) {
    List<String> all = List.of(columns);
    String changes =
        all.subList(keys, all.size()).stream()
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    return insert(table, all)
        + " on conflict ("
        + String.join(", ", all.subList(0, keys))
        + ") do update set "
        + changes
        + condition;
  }

  private static String insert(String table, List<String> columns) {
    String[] marks = new String[columns.size()];
    Arrays.fill(marks, "?");
    return "insert into %s (%s) values (%s)"
        .formatted(table, String.join(", ", columns), String.join(", ", marks));
  }
}
