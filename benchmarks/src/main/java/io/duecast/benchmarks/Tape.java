package io.duecast.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a topology wrote to some topics.
 *
 * @param written all of it
 * @param samples of it, spread evenly, in no order
 */
record Tape(Traffic written, List<Copy> samples) {
  static final Tape NONE = new Tape(Traffic.NONE, List.of());
  private static final int SAMPLES = 10_000;

  Tape {
    samples = List.copyOf(samples);
  }

  /**
   * Reads topics from beginning to end.
   *
   * @param topics each with the topic that its copies go to
   */
  static Tape of(Properties cluster, Map<String, String> topics) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put("isolation.level", "read_committed");
    Traffic written = Traffic.NONE;
    List<Copy> samples = new ArrayList<>();
    try (KafkaConsumer<Bytes, Bytes> consumer =
        new KafkaConsumer<>(config, new BytesDeserializer(), new BytesDeserializer())) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer, topics.keySet()));
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      long all = ends.values().stream().mapToLong(it -> it).sum();
      long every = Math.max(1, all / SAMPLES);
      Map<TopicPartition, Long> open = new HashMap<>(ends);
      while (!open.isEmpty()) {
        for (ConsumerRecord<Bytes, Bytes> record : consumer.poll(Duration.ofMillis(200))) {
          Copy copy = Copy.of(topics.getOrDefault(record.topic(), record.topic()), record);
          written = written.plus(copy.bytes());
          if (written.records() % every == 0) {
            samples.add(copy);
          }
        }
        open.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue());
      }
    }
    Collections.shuffle(samples, new Random(1));
    return new Tape(written, samples);
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<Bytes, Bytes> consumer, Collection<String> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(it -> new TopicPartition(it.topic(), it.partition()))
        .toList();
  }
}
