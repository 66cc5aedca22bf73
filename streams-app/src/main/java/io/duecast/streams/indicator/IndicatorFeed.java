package io.duecast.streams.indicator;

import io.duecast.indicator.EconomicIndicator;
import io.duecast.indicator.IndicatorHistory;
import io.duecast.indicator.Indicators;
import io.duecast.service.watch.HealthBoard;
import io.duecast.streams.feed.TopicFeed;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code economic-indicators} into memory: to its end before {@link #start} returns, and on
 * from there. What cannot be read is passed over here; a flow makes it a dead letter.
 */
public final class IndicatorFeed implements Indicators, AutoCloseable {
  /** Its name among the parts of a service. */
  public static final String PART = "indicators";

  private record Key(String series, @Nullable String country, @Nullable String industry) {}

  private final Map<Key, IndicatorHistory> histories = new ConcurrentHashMap<>();
  private final WireSerdes serdes;
  private final TopicFeed feed;

  private IndicatorFeed(
      Properties cluster, NamedTopics topics, WireSerdes serdes, HealthBoard board) {
    this.serdes = serdes;
    this.feed =
        new TopicFeed(
            PART, cluster, topics.name(Topics.ECONOMIC_INDICATORS), this::remember, board);
  }

  /** A feed that knows all that was published so far. */
  public static IndicatorFeed start(
      Properties cluster, NamedTopics topics, WireSerdes serdes, HealthBoard board) {
    IndicatorFeed feed = new IndicatorFeed(cluster, topics, serdes, board);
    try {
      feed.feed.start();
      return feed;
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
  }

  private void remember(ConsumerRecord<byte[], byte[]> record) {
    Decoded<EconomicIndicator> decoded =
        serdes.decoder().decode(Topics.ECONOMIC_INDICATORS, record.key(), record.value());
    if (decoded instanceof Decoded.Value<EconomicIndicator> it) {
      EconomicIndicator figure = it.value();
      histories.merge(
          new Key(figure.series(), figure.country(), figure.industry()),
          IndicatorHistory.NONE.after(figure),
          (known, more) -> known.after(figure));
    }
  }

  @Override
  public IndicatorHistory of(String series, @Nullable String country, @Nullable String industry) {
    return histories.getOrDefault(new Key(series, country, industry), IndicatorHistory.NONE);
  }

  @Override
  public void close() {
    feed.close();
  }
}
