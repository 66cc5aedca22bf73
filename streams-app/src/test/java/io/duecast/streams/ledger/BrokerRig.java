package io.duecast.streams.ledger;

import io.duecast.receivable.Fact;
import io.duecast.stack.testing.TestStack;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and registry, and what a test does with them. */
public final class BrokerRig implements AutoCloseable {
  private final NamedTopics topics;
  private final Properties cluster = new Properties();
  private final WireSerdes serdes;
  private final Admin admin;

  public BrokerRig(NamedTopics topics) {
    TestStack stack = TestStack.shared();
    this.topics = topics;
    this.cluster.put("bootstrap.servers", stack.bootstrapServers());
    this.serdes = new WireSerdes(Map.of("schema.registry.url", stack.registryUrl()));
    this.admin = Admin.create(cluster);
  }

  public Properties cluster() {
    return cluster;
  }

  public WireSerdes serdes() {
    return serdes;
  }

  public Admin admin() {
    return admin;
  }

  /** Writes facts with the time at which they were recorded, and waits until they are there. */
  public <V> void write(Topic<V> topic, List<Fact> facts) throws Exception {
    Serializer<V> serializer = serdes.serializer(topic);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<String, V> producer =
        new KafkaProducer<>(cluster, new StringSerializer(), serializer)) {
      for (Fact fact : facts) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    topics.name(topic),
                    null,
                    fact.envelope().recordedAt().toEpochMilli(),
                    fact.customer().value(),
                    topic.value().cast(fact))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  /** Waits until a group has committed the end of every partition of these topics. */
  public void awaitProcessed(String group, List<Topic<?>> inputs, Duration patience)
      throws Exception {
    Map<TopicPartition, Long> ends = ends(inputs);
    long deadline = System.nanoTime() + patience.toNanos();
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    while (!left.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not processed in " + patience + ": " + left);
      }
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      left.entrySet()
          .removeIf(
              it -> {
                OffsetAndMetadata at = committed.get(it.getKey());
                return it.getValue() == 0 || (at != null && at.offset() >= it.getValue());
              });
      Thread.sleep(100);
    }
  }

  private Map<TopicPartition, Long> ends(List<Topic<?>> of)
      throws ExecutionException, InterruptedException {
    List<String> names = of.stream().map(topics::name).toList();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(names)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        it ->
                            wanted.put(
                                new TopicPartition(name, it.partition()), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((at, it) -> ends.put(at, it.offset()));
    return ends;
  }

  /** All committed values of a topic. */
  public <V> List<V> read(Topic<V> topic) throws Exception {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put("isolation.level", "read_committed");
    Map<TopicPartition, Long> ends = ends(List.of(topic));
    List<V> values = new ArrayList<>();
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), serdes.deserializer(topic))) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  @Override
  public void close() {
    admin.close();
  }
}
