package io.duecast.streams.indicator;

import io.duecast.indicator.EconomicIndicator;
import io.duecast.indicator.IndicatorHistory;
import io.duecast.indicator.Indicators;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code economic-indicators} into memory: to its end before {@link #start} returns, and on
 * from there. What cannot be read is passed over here; a flow makes it a dead letter.
 */
public final class IndicatorFeed implements Indicators, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private record Key(String series, @Nullable String country, @Nullable String industry) {}

  private final Map<Key, IndicatorHistory> histories = new ConcurrentHashMap<>();
  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final Consumer<byte[], byte[]> consumer;
  private @Nullable Thread reader;

  private IndicatorFeed(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    this.topics = topics;
    this.serdes = serdes;
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A feed that knows all that was published so far. */
  public static IndicatorFeed start(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    IndicatorFeed feed = new IndicatorFeed(cluster, topics, serdes);
    feed.readToEnd();
    feed.reader = Thread.ofPlatform().daemon().name("indicator-feed").start(feed::readOn);
    return feed;
  }

  private void readToEnd() {
    TopicPartition only = new TopicPartition(topics.name(Topics.ECONOMIC_INDICATORS), 0);
    consumer.assign(List.of(only));
    consumer.seekToBeginning(List.of(only));
    long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
    while (consumer.position(only) < end) {
      consumer.poll(POLL).forEach(this::remember);
    }
  }

  private void readOn() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(POLL).forEach(this::remember);
      }
    } catch (WakeupException e) {
      Thread.currentThread().interrupt();
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
    consumer.wakeup();
    try {
      if (reader != null) {
        reader.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
