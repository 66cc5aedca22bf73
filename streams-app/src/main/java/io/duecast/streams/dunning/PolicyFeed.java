package io.duecast.streams.dunning;

import io.duecast.dunning.Activations;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.Policies;
import io.duecast.dunning.PolicyActivated;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code dunning-policies}: to its end before {@link #start} returns, and on from there.
 * What cannot be read leaves the policy before it in force.
 */
public final class PolicyFeed implements Policies, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final WireSerdes serdes;
  private final TopicPartition topic;
  private final Consumer<byte[], byte[]> consumer;
  private volatile Activations known = Activations.NONE;
  private @Nullable Thread reader;

  private PolicyFeed(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    this.serdes = serdes;
    this.topic = new TopicPartition(topics.name(Topics.DUNNING_POLICIES), 0);
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A feed that knows all that was activated so far. */
  public static PolicyFeed start(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    PolicyFeed feed = new PolicyFeed(cluster, topics, serdes);
    try {
      feed.readToEnd();
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
    feed.reader = Thread.ofPlatform().daemon().name("policy-feed").start(feed::readOn);
    return feed;
  }

  private void readToEnd() {
    consumer.assign(List.of(topic));
    consumer.seekToBeginning(List.of(topic));
    long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
    while (consumer.position(topic) < end) {
      consumer.poll(POLL).forEach(this::hear);
    }
  }

  private void readOn() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(POLL).forEach(this::hear);
      }
    } catch (WakeupException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    if (serdes.decoder().decode(Topics.DUNNING_POLICIES, record.key(), record.value())
        instanceof Decoded.Value<PolicyActivated> it) {
      DunningPolicy policy = it.value().policy();
      known = known.after(it.value());
      LOG.info(
          "policy {} version {} holds from {}",
          policy.name(),
          policy.version(),
          it.value().effectiveFrom());
    } else {
      LOG.error("{} at offset {} cannot be read and is passed over", topic, record.offset());
    }
  }

  @Override
  public Optional<DunningPolicy> inForce(Instant at) {
    return known.inForce(at);
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        consumer.wakeup();
        reader.join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }
}
