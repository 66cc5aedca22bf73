package io.duecast.service.progress;

import io.duecast.wire.TopicEnds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How far a consumer group is behind: the records between what it has committed and the end of its
 * topics. The marks that transactions leave behind are no records.
 */
public final class CatchUp implements Way {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;
  private final String group;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> ends;

  private CatchUp(
      Admin admin,
      KafkaConsumer<byte[], byte[]> reader,
      String group,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    this.admin = admin;
    this.reader = reader;
    this.group = group;
    this.partitions = partitions;
    this.ends = ends;
  }

  /** The way of a group to the ends that these topics have now. */
  public static CatchUp to(Properties cluster, String group, Collection<String> topics) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    Admin admin = Admin.create(cluster);
    KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> reader.partitionsFor(topic).stream())
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      return new CatchUp(admin, reader, group, partitions, TopicEnds.of(cluster, partitions));
    } catch (RuntimeException e) {
      reader.close();
      admin.close();
      throw e;
    }
  }

  @Override
  public long behind() throws InterruptedException {
    Map<TopicPartition, Long> committed = committed();
    Map<TopicPartition, Long> open = new HashMap<>();
    long behind = 0;
    for (TopicPartition partition : partitions) {
      long from = committed.getOrDefault(partition, 0L);
      long left = Math.max(0, ends.getOrDefault(partition, 0L) - from);
      if (left > 0) {
        open.put(partition, from);
        behind += left;
      }
    }
    return behind > 0 && holdsNoRecord(open) ? 0 : behind;
  }

  /** Whether nothing but marks of transactions lies between these offsets and the ends. */
  private boolean holdsNoRecord(Map<TopicPartition, Long> from) {
    reader.assign(from.keySet());
    from.forEach(reader::seek);
    long deadline = System.nanoTime() + LOOK.toNanos() * 5;
    while (System.nanoTime() < deadline) {
      if (!reader.poll(LOOK).isEmpty()) {
        return false;
      }
      if (from.keySet().stream().allMatch(it -> reader.position(it) >= ends.getOrDefault(it, 0L))) {
        return true;
      }
    }
    return false;
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, Long> committed = new HashMap<>();
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null) {
              committed.put(partition, offset.offset());
            }
          });
      return committed;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw new KafkaException("the offsets of " + group + " cannot be read", e.getCause());
    }
  }

  @Override
  public void close() {
    reader.close();
    admin.close();
  }
}
