package io.duecast.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test does with a broker, as any client would. */
record Broker(String bootstrapServers) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  void create(String topic) throws Exception {
    create(topic, 1);
  }

  void create(String topic, int partitions) throws Exception {
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
          .all()
          .get();
    }
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    var config = new HashMap<String, Object>(more);
    config.put("bootstrap.servers", bootstrapServers);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A producer that has written to each partition and has not said whether that counts. */
  KafkaProducer<byte[], byte[]> openTransaction(
      String id, Duration timeout, String topic, int partitions) {
    var producer =
        producer(
            Map.of("transactional.id", id, "transaction.timeout.ms", (int) timeout.toMillis()));
    producer.initTransactions();
    producer.beginTransaction();
    for (int partition = 0; partition < partitions; partition++) {
      var unused = producer.send(new ProducerRecord<>(topic, partition, null, id.getBytes(UTF_8)));
    }
    producer.flush();
    return producer;
  }

  /** The partitions that hold records of which it is not decided whether they count. */
  Set<TopicPartition> withOpenTransactions(Admin admin, String topic, int partitions)
      throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    var stable =
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all();
    var ends = admin.listOffsets(latest).all().get();
    Set<TopicPartition> open = new HashSet<>();
    stable
        .get()
        .forEach(
            (partition, offset) -> {
              if (offset.offset() < ends.get(partition).offset()) {
                open.add(partition);
              }
            });
    return open;
  }

  void commit(String topic, List<String> values) {
    transact(topic, values, KafkaProducer::commitTransaction);
  }

  void abort(String topic, List<String> values) {
    transact(topic, values, KafkaProducer::abortTransaction);
  }

  private void transact(
      String topic, List<String> values, Consumer<KafkaProducer<byte[], byte[]>> end) {
    try (var producer = producer(Map.of("transactional.id", "test-" + topic))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        var unused = producer.send(record(topic, value));
      }
      producer.flush();
      end.accept(producer);
    }
  }

  /** Reads as many committed values as a group has not read yet, and commits that it has. */
  List<String> read(String topic, String group, int count) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      List<String> values = new ArrayList<>();
      long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < deadlineNanos) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          values.add(new String(record.value(), UTF_8));
        }
      }
      consumer.commitSync();
      return values;
    }
  }

  static ProducerRecord<byte[], byte[]> record(String topic, String value) {
    return new ProducerRecord<>(topic, value.getBytes(UTF_8));
  }
}
