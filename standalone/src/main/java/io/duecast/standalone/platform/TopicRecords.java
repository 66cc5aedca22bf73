package io.duecast.standalone.platform;

import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicEnds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed records of one topic, decoded one by one; partition by partition in order. */
public final class TopicRecords<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Connection connection;
  private final Topic<V> topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** One record: its place, and a value or the reason why there is none. */
  public record Read<V>(ConsumerRecord<byte[], byte[]> raw, Decoded<V> decoded) {}

  /** Is given each record; false ends the reading. */
  public interface Visitor<V> {
    boolean visit(Read<V> read);
  }

  public TopicRecords(Connection connection, Topic<V> topic) {
    this.connection = connection;
    this.topic = topic;
    Properties config = new Properties();
    config.putAll(connection.cluster());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(connection.topics().name(topic)).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** From the first record; else from where the last one is now. */
  public TopicRecords<V> fromBeginning(boolean isFromBeginning) {
    if (isFromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }
    return this;
  }

  /** Reads up to where the topic ends now. */
  public void toEnd(Visitor<V> visitor) {
    rawToEnd(record -> visitor.visit(read(record)));
  }

  /** Reads the headers alone, up to where the topic ends now. */
  public void headers(Consumer<Headers> visitor) {
    rawToEnd(
        record -> {
          visitor.accept(record.headers());
          return true;
        });
  }

  private void rawToEnd(Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    Map<TopicPartition, Long> ends = new HashMap<>(TopicEnds.of(connection.cluster(), partitions));
    while (!ends.isEmpty()) {
      if (connection.setup().console().stop().isAsked()) {
        throw new CommandFailure("stopped while reading %s", topic);
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Long end = ends.get(partition);
        if (end != null && record.offset() < end && !visitor.test(record)) {
          return;
        }
      }
      if (ends.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue())) {
        consumer.assign(ends.keySet());
      }
    }
  }

  /** Reads what has come since the last call; waits a moment for the first. */
  public void poll(Duration patience, Visitor<V> visitor) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      if (!visitor.visit(read(record))) {
        return;
      }
    }
  }

  private Read<V> read(ConsumerRecord<byte[], byte[]> record) {
    return new Read<>(
        record, connection.serdes().decoder().decode(topic, record.key(), record.value()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
