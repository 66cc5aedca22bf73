package io.duecast.wire;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where topics end now. */
public final class TopicEnds {
  private TopicEnds() {}

  /**
   * The ends with what is not committed yet. A flow's offsets are seen as committed a moment before
   * the records are that it wrote with them: who reads committed records up to these ends has them.
   *
   * @param cluster what a client needs to reach the brokers
   */
  public static Map<TopicPartition, Long> of(
      Properties cluster, Collection<TopicPartition> partitions) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions);
    }
  }
}
