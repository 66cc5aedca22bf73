package io.duecast.console.log;

import io.duecast.receivable.Fact;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts facts on the topics, and returns when they are there, on all replicas that are in step. Safe
 * for threads.
 */
public final class FactLog implements AutoCloseable {
  private static final int PATIENCE_MS = 5_000;
  private static final int IN_ALL_MS = 10_000;

  private final NamedTopics topics;
  private final Producer<String, byte[]> producer;
  private final Map<Class<?>, Lane> lanes = new HashMap<>();

  /** Where facts of one kind go, and how. */
  private record Lane(Topic<?> topic, Serializer<Object> serializer) {}

  /**
   * One that has said nothing yet.
   *
   * @param cluster what a client needs to reach the brokers
   */
  public FactLog(Properties cluster, WireSerdes serdes, NamedTopics topics) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, IN_ALL_MS);
    this.topics = topics;
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    for (Topic<?> topic :
        List.of(
            Topics.INVOICE_EVENTS,
            Topics.PAYMENT_EVENTS,
            Topics.COLLECTIONS_EVENTS,
            Topics.CUSTOMER_EVENTS)) {
      Lane lane = new Lane(topic, serializer(serdes, topic));
      topic.types().forEach(it -> lanes.put(it, lane));
    }
  }

  @SuppressWarnings("unchecked") // it is given nothing but what lies on that topic
  private static Serializer<Object> serializer(WireSerdes serdes, Topic<?> topic) {
    return (Serializer<Object>) (Serializer<?>) serdes.serializer(topic);
  }

  /**
   * Puts facts on the topics of their kinds, those of one customer on one topic in their order.
   *
   * @throws LogSilentException if nobody has confirmed all of them
   */
  public void put(List<? extends Fact> facts) {
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Fact fact : facts) {
        sent.add(producer.send(record(fact)));
      }
      for (Future<RecordMetadata> it : sent) {
        it.get();
      }
    } catch (KafkaException | ExecutionException e) {
      throw new LogSilentException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogSilentException(e);
    }
  }

  private ProducerRecord<String, byte[]> record(Fact fact) {
    Lane lane = Objects.requireNonNull(lanes.get(fact.getClass()));
    String topic = topics.name(lane.topic());
    RecordHeaders headers = new RecordHeaders();
    byte[] value = lane.serializer().serialize(topic, headers, fact);
    return new ProducerRecord<>(
        topic,
        null,
        fact.envelope().recordedAt().toEpochMilli(),
        TopicKey.of(fact),
        value,
        headers);
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(PATIENCE_MS));
  }
}
