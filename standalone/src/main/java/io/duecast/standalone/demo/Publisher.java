package io.duecast.standalone.demo;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import io.duecast.standalone.platform.Connection;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes each fact to the topic where a company's own systems would write it. */
final class Publisher implements AutoCloseable {
  private static final List<Topic<? extends Fact>> OF_FACTS =
      List.of(
          Topics.INVOICE_EVENTS,
          Topics.PAYMENT_EVENTS,
          Topics.CUSTOMER_EVENTS,
          Topics.COLLECTIONS_EVENTS);

  private final Connection connection;
  private final Producer<String, byte[]> producer;
  private final int dayPartitions;
  private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  Publisher(Connection connection) {
    this.connection = connection;
    Properties config = connection.cluster();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.dayPartitions =
        producer.partitionsFor(connection.topics().name(Topics.BUSINESS_DAYS)).size();
  }

  void send(Fact fact) {
    for (Topic<? extends Fact> topic : OF_FACTS) {
      if (topic.types().contains(fact.getClass())) {
        send(topic, fact, null, fact.envelope().recordedAt());
        return;
      }
    }
    throw new IllegalArgumentException(fact.getClass() + " has no topic");
  }

  void send(EconomicIndicator figure) {
    send(Topics.ECONOMIC_INDICATORS, figure, null, figure.envelope().recordedAt());
  }

  /** To every partition. */
  void send(DayOpened day, Instant begins) {
    for (int partition = 0; partition < dayPartitions; partition++) {
      send(Topics.BUSINESS_DAYS, day, partition, begins);
    }
  }

  private <V> void send(Topic<V> topic, Object value, @Nullable Integer partition, Instant at) {
    String name = connection.topics().name(topic);
    Headers headers = new RecordHeaders();
    @SuppressWarnings("unchecked") // what is kept under a topic is made of it
    Serializer<V> serializer =
        (Serializer<V>)
            serializers.computeIfAbsent(topic, it -> connection.serdes().serializer(it));
    byte[] bytes = serializer.serialize(name, headers, topic.value().cast(value));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            name, partition, at.toEpochMilli(), TopicKey.of(value), bytes, headers);
    var unused =
        producer.send(
            record,
            (sent, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
    requireSent();
  }

  void flush() {
    producer.flush();
    requireSent();
  }

  private void requireSent() {
    Exception problem = failure.get();
    if (problem != null) {
      throw new KafkaException("a fact of the demo could not be sent", problem);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
