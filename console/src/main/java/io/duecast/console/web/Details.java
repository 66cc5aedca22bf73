package io.duecast.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Rows of a few columns that belong to one thing. */
final class Details {
  private Details() {}

  /**
   * @param from what follows {@code from}, with question marks for the values
   */
  static List<Map<String, @Nullable Object>> rows(
      Handle handle, List<Column> columns, String from, @Nullable Object... values) {
    String selected =
        String.join(
            ", ", columns.stream().map(it -> it.sql() + " as \"" + it.name() + "\"").toList());
    Query query = handle.createQuery("select " + selected + " from " + from);
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    return query
        .map(
            (row, context) -> {
              Map<String, @Nullable Object> values2 = new LinkedHashMap<>();
              for (Column column : columns) {
                values2.put(column.name(), Values.of(row, column.name(), column.kind()));
              }
              return values2;
            })
        .list();
  }

  static Column column(String name, String sql, Kind kind) {
    return new Column(name, sql, kind, "");
  }

  /** The business day; null before the first. */
  static @Nullable String today(Handle handle) {
    return handle.createQuery("select day::text from today").mapTo(String.class).one();
  }
}
