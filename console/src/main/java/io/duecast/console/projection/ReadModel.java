package io.duecast.console.projection;

import io.duecast.console.database.Trouble;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables, and up to where the topics are in them. Of two projectors over one database one gets
 * its batch in, and the other is told.
 */
public final class ReadModel {
  /** Every table that is made from the topics, their offsets included. */
  public static final List<String> TABLES =
      List.of(
          "projected_offsets",
          "projected_topics",
          "business_days",
          "customers",
          "invoices",
          "invoice_events",
          "assessments",
          "labels",
          "outcomes",
          "reminders",
          "reminder_lines",
          "reminder_deliveries",
          "reminder_stops",
          "model_releases",
          "model_health",
          "portfolio_days",
          "reserve_positions",
          "cash_forecasts",
          "cash_forecast_weeks",
          "cash_weeks_over",
          "customer_segments",
          "segment_moves",
          "customer_outliers",
          "segment_trends",
          "dead_letters",
          "refused_records");

  private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

  private final Jdbi jdbi;

  public ReadModel(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes note of the topics that the tables are made of.
   *
   * @param ids by name
   * @throws OtherTopicsException if they are made of others
   */
  void requireTopics(Map<String, String> ids) {
    jdbi.useTransaction(
        handle -> {
          Map<String, String> known =
              handle
                  .createQuery("select topic, topic_id from projected_topics")
                  .setMapKeyColumn("topic")
                  .setMapValueColumn("topic_id")
                  .collectInto(new GenericType<Map<String, String>>() {});
          known.forEach(
              (topic, id) -> {
                if (!id.equals(ids.get(topic))) {
                  throw new OtherTopicsException(
                      "the tables are made of another topic %s (%s, and now there is %s)"
                          .formatted(topic, id, ids.getOrDefault(topic, "none")));
                }
              });
          ids.forEach(
              (topic, id) ->
                  handle.execute(
                      "insert into projected_topics values (?, ?) on conflict do nothing",
                      topic,
                      id));
        });
  }

  /**
   * From where to read on.
   *
   * @param beginnings from where those that were never read
   */
  Map<TopicPartition, Long> positions(Map<TopicPartition, Long> beginnings) {
    return jdbi.inTransaction(
        handle -> {
          Map<TopicPartition, Long> known = new HashMap<>();
          beginnings.forEach(
              (it, beginning) ->
                  handle.execute(
                      "insert into projected_offsets values (?, ?, ?) on conflict do nothing",
                      it.topic(),
                      it.partition(),
                      beginning));
          handle
              .createQuery("select topic, partition, next_offset from projected_offsets")
              .map(
                  (row, context) ->
                      Map.entry(
                          new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
              .forEach(it -> known.put(it.getKey(), it.getValue()));
          known.keySet().retainAll(beginnings.keySet());
          return known;
        });
  }

  /**
   * Writes what some records do, all or nothing. Those that the database refuses for what they hold
   * are kept apart, with the reason; the others are written all the same.
   *
   * @param from where each partition stood
   * @param to where those that moved stand after it
   * @throws OvertakenException if somebody else has written in the meantime
   */
  void write(List<Projected> records, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
      throws SQLException {
    try {
      jdbi.useTransaction(
          handle -> {
            move(handle, from, to);
            Projected.write(records, handle.getConnection());
          });
    } catch (SQLException e) {
      if (!Trouble.isOfAValue(e)) {
        throw e;
      }
      withoutTheRefused(records, from, to);
    }
  }

  private void withoutTheRefused(
      List<Projected> records, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
      throws SQLException {
    jdbi.useTransaction(
        handle -> {
          move(handle, from, to);
          int refused = Projected.writeOrRefuse(records, handle.getConnection());
          LOG.warn("the database refuses {} of {} records", refused, records.size());
        });
  }

  private static void move(
      Handle handle, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    to.forEach(
        (partition, next) -> move(handle, partition, from.getOrDefault(partition, 0L), next));
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
