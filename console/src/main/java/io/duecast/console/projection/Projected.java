package io.duecast.console.projection;

import io.duecast.console.database.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/** One record, and what it does to the tables. */
record Projected(Origin origin, Rows rows) {
  private static final String REFUSED =
      Statement.append("refused_records", "topic", "partition", "\"offset\"", "sent_at", "reason");

  /** Writes what several do, at once. */
  static void write(List<Projected> all, Connection connection) throws SQLException {
    Rows.together(all.stream().map(Projected::rows).toList()).write(connection);
  }

  /**
   * Writes what several do, in their order, and of those that the database does not take, why not:
   * all at once, and if that fails, each half by itself.
   *
   * @return how many were refused
   * @throws SQLException if it is not the records that are at fault
   */
  static int writeOrRefuse(List<Projected> all, Connection connection) throws SQLException {
    if (all.isEmpty()) {
      return 0;
    }
    Savepoint before = connection.setSavepoint();
    try {
      write(all, connection);
      connection.releaseSavepoint(before);
      return 0;
    } catch (SQLException e) {
      if (!Trouble.isOfAValue(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      if (all.size() == 1) {
        all.getFirst().refuse(Trouble.reason(e), connection);
        return 1;
      }
    }
    int half = all.size() / 2;
    return writeOrRefuse(all.subList(0, half), connection)
        + writeOrRefuse(all.subList(half, all.size()), connection);
  }

  private void refuse(String reason, Connection connection) throws SQLException {
    Rows refused = new Rows();
    refused.add(
        REFUSED, origin.topic(), origin.partition(), origin.offset(), origin.sentAt(), reason);
    refused.write(connection);
  }
}
