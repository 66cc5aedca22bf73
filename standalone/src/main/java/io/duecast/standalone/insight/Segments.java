package io.duecast.standalone.insight;

import io.duecast.customer.CustomerId;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.RiskSegment;
import io.duecast.segment.SegmentTrend;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what is known of risk segments at the end of a day from their topics. */
final class Segments {
  private final Connection connection;
  private final LocalDate day;

  private Segments(Connection connection, LocalDate day) {
    this.connection = connection;
    this.day = day;
  }

  /**
   * What is still to be processed is waited for.
   *
   * @param asked the day; null for the latest
   */
  static Segments of(Connection connection, @Nullable LocalDate asked) throws InterruptedException {
    if (connection.origin() == Connection.Origin.OWN) {
      new Processing(connection, Flows.LEDGER).await(left -> {});
      new Processing(connection, Flows.SEGMENT).await(left -> {});
    }
    return new Segments(connection, asked == null ? LocalDate.MAX : asked);
  }

  /**
   * Where each customer is, those to be called first before others.
   *
   * @throws CommandFailure if nobody is known
   */
  List<CustomerSegmented> customers() {
    Map<CustomerId, CustomerSegmented> latest = new TreeMap<>();
    each(
        Topics.CUSTOMER_SEGMENTS,
        it -> {
          if (!it.on().isAfter(day)) {
            latest.merge(
                it.customer(), it, (one, other) -> one.revision() > other.revision() ? one : other);
          }
        });
    if (latest.isEmpty()) {
      throw new CommandFailure(
          "no customer has a risk segment by then: it is told as the day after its first invoice"
              + " begins");
    }
    return latest.values().stream()
        .sorted(Comparator.comparingInt(it -> it.strategy().callPriority()))
        .toList();
  }

  /** Who departed from what is usual, the latest first. */
  List<CustomerOutlier> outliers() {
    Map<String, CustomerOutlier> all = new LinkedHashMap<>();
    each(
        Topics.CUSTOMER_OUTLIERS,
        it -> {
          if (!it.on().isAfter(day)) {
            all.putIfAbsent(it.outlierId(), it);
          }
        });
    return all.values().stream()
        .sorted(
            Comparator.comparing(CustomerOutlier::on)
                .reversed()
                .thenComparing(CustomerOutlier::outlierId))
        .toList();
  }

  /** The latest week of each segment that is over by then, and every change until then. */
  List<SegmentTrend> trends() {
    Map<String, SegmentTrend> changes = new TreeMap<>();
    Map<RiskSegment, SegmentTrend> latest = new TreeMap<>();
    each(
        Topics.SEGMENT_TRENDS,
        it -> {
          if (!it.week().plusDays(6).isAfter(day)) {
            latest.put(it.segment(), it);
            if (it.since() != null) {
              changes.put(it.trendId(), it);
            }
          }
        });
    latest.values().forEach(it -> changes.put(it.trendId(), it));
    return changes.values().stream()
        .sorted(Comparator.comparing(SegmentTrend::segment).thenComparing(SegmentTrend::week))
        .toList();
  }

  private <V> void each(Topic<V> topic, Consumer<V> taker) {
    try (TopicRecords<V> all = new TopicRecords<>(connection, topic).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<V> it) {
              taker.accept(it.value());
            }
            return true;
          });
    }
  }
}
