package io.duecast.console.projection;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables, and up to where the topics are in them. Of two projectors over one database one gets
 * its batch in, and the other is told.
 */
public final class ReadModel {
  /** Every table that is made from the topics, their offsets included. */
  public static final List<String> TABLES =
      List.of(
          "projected_offsets",
          "business_days",
          "customers",
          "invoices",
          "invoice_events",
          "assessments",
          "labels",
          "reminders",
          "reminder_lines",
          "reminder_deliveries",
          "reminder_stops",
          "model_releases",
          "model_health",
          "portfolio_days",
          "dead_letters");

  private final Jdbi jdbi;

  public ReadModel(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** From where to read on; those that were never read, from their beginning. */
  Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
    return jdbi.inTransaction(
        handle -> {
          Map<TopicPartition, Long> known = new HashMap<>();
          for (TopicPartition it : partitions) {
            handle.execute(
                "insert into projected_offsets values (?, ?, 0) on conflict do nothing",
                it.topic(),
                it.partition());
          }
          handle
              .createQuery("select topic, partition, next_offset from projected_offsets")
              .map(
                  (row, context) ->
                      Map.entry(
                          new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
              .forEach(it -> known.put(it.getKey(), it.getValue()));
          known.keySet().retainAll(List.copyOf(partitions));
          return known;
        });
  }

  /**
   * Writes what some records do, all or nothing.
   *
   * @param from where each partition stood
   * @param to where those that moved stand after it
   * @throws OvertakenException if somebody else has written in the meantime
   */
  void write(Rows rows, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
      throws SQLException {
    jdbi.useTransaction(
        handle -> {
          for (Map.Entry<TopicPartition, Long> it : to.entrySet()) {
            move(handle, it.getKey(), from.getOrDefault(it.getKey(), 0L), it.getValue());
          }
          rows.write(handle.getConnection());
        });
  }

  private static void move(Handle handle, TopicPartition partition, long from, long to) {
    int moved =
        handle.execute(
            "update projected_offsets set next_offset = ? where topic = ? and partition = ? and"
                + " next_offset = ?",
            to,
            partition.topic(),
            partition.partition(),
            from);
    if (moved != 1) {
      throw new OvertakenException(partition + " is no longer at " + from);
    }
  }

  /** Forgets everything: whoever projects begins anew. */
  public void clear() {
    jdbi.useTransaction(handle -> handle.execute("truncate " + String.join(", ", TABLES)));
  }
}
