package io.duecast.console.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * What one record or several do to the tables. Rows of one statement are written in the order in
 * which they came; those of different statements touch different columns, so that their order does
 * not matter.
 */
final class Rows {
  private static final String NO_CHARACTER = "\u0000";
  private static final String IN_ITS_PLACE = "\uFFFD";
  private static final Pattern ESCAPED_NOUGHT =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u0000");

  private final Map<String, List<List<@Nullable Object>>> byStatement = new LinkedHashMap<>();

  /**
   * @param values for its parameters: text, numbers, days, instants, {@link Json}, or lists of
   *     numbers
   */
  void add(String statement, @Nullable Object... values) {
    byStatement.computeIfAbsent(statement, it -> new ArrayList<>()).add(Arrays.asList(values));
  }

  boolean isEmpty() {
    return byStatement.isEmpty();
  }

  /** What several do, in their order. */
  static Rows together(List<Rows> several) {
    Rows all = new Rows();
    for (Rows one : several) {
      one.byStatement.forEach(
          (statement, rows) ->
              all.byStatement.computeIfAbsent(statement, it -> new ArrayList<>()).addAll(rows));
    }
    return all;
  }

  /** Writes all of them. */
  void write(Connection connection) throws SQLException {
    for (Map.Entry<String, List<List<@Nullable Object>>> entry : byStatement.entrySet()) {
      try (PreparedStatement statement = connection.prepareStatement(entry.getKey())) {
        for (List<@Nullable Object> row : entry.getValue()) {
          bind(connection, statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, List<@Nullable Object> row)
      throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      statement.setObject(i + 1, column(connection, row.get(i)));
    }
  }

  private static @Nullable Object column(Connection connection, @Nullable Object value)
      throws SQLException {
    if (value instanceof String text) {
      return text.replace(NO_CHARACTER, IN_ITS_PLACE);
    }
    if (value instanceof Enum<?> word) {
      return word.name();
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof List<?> list) {
      String type = list.getFirst() instanceof Integer ? "integer" : "numeric";
      return connection.createArrayOf(type, list.toArray());
    }
    return value instanceof Json json ? jsonb(json) : value;
  }

  /**
   * Text without what PostgreSQL cannot hold. A backslash before the six characters of an escaped
   * nought escapes itself, and they are text.
   */
  private static PGobject jsonb(Json json) throws SQLException {
    PGobject object = new PGobject();
    object.setType("jsonb");
    object.setValue(ESCAPED_NOUGHT.matcher(json.text()).replaceAll("$1" + IN_ITS_PLACE));
    return object;
  }
}
