package io.duecast.streams.model;

import io.duecast.health.TrainingReference;
import io.duecast.model.RefusedModelException;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.Releases;
import io.duecast.risk.Scorer;
import io.duecast.risk.ScorerRole;
import io.duecast.risk.Scorers;
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
 * Follows {@code model-releases}: to its end before {@link #start} returns, and on from there. A
 * new champion is loaded beside the old one, and then takes over at once; scoring never waits for
 * it. A model that cannot be used leaves the one before it in charge. One on trial scores beside
 * it.
 */
public final class ModelFeed implements Scorers, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Scorer rule;
  private final WireSerdes serdes;
  private final TopicPartition topic;
  private final Consumer<byte[], byte[]> consumer;
  private final ModelShelf shelf;
  private volatile Releases releases = Releases.NONE;
  private volatile Scorer live;
  private volatile Optional<Scorer> shadow = Optional.empty();
  private @Nullable Thread reader;

  private ModelFeed(Properties cluster, NamedTopics topics, WireSerdes serdes, Scorer rule) {
    this.rule = rule;
    this.live = rule;
    this.serdes = serdes;
    this.topic = new TopicPartition(topics.name(Topics.MODEL_RELEASES), 0);
    this.consumer = consumer(cluster);
    this.shelf = new ModelShelf(consumer(cluster), serdes, topics.name(Topics.MODEL_ARTIFACTS));
  }

  /**
   * A feed that knows all that was released so far.
   *
   * @param rule speaks where there is no model
   */
  public static ModelFeed start(
      Properties cluster, NamedTopics topics, WireSerdes serdes, Scorer rule) {
    ModelFeed feed = new ModelFeed(cluster, topics, serdes, rule);
    try {
      feed.readToEnd();
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
    feed.reader = Thread.ofPlatform().daemon().name("model-feed").start(feed::readOn);
    return feed;
  }

  private static Consumer<byte[], byte[]> consumer(Properties cluster) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** What was decided, as far as it can be used. */
  public Releases releases() {
    return releases;
  }

  /** Whether a decision has been heard. */
  public boolean knows(String releaseId) {
    return releases.inOrder().stream().anyMatch(it -> it.releaseId().equals(releaseId));
  }

  @Override
  public Scorer champion(Instant recordedAt, boolean replayed) {
    if (!replayed) {
      return live;
    }
    Optional<ModelReleased> then = releases.championAt(recordedAt);
    return then.isEmpty() ? rule : scorer(then.get().modelId());
  }

  @Override
  public Optional<Scorer> shadow(boolean replayed) {
    return replayed ? Optional.empty() : shadow;
  }

  /** What a model was trained on; nothing of the rule, or of one that cannot be used. */
  public TrainingReference reference(String modelId) {
    return modelId.equals(rule.modelId()) ? TrainingReference.NONE : shelf.reference(modelId);
  }

  private Scorer scorer(String modelId) {
    if (modelId.equals(rule.modelId())) {
      return rule;
    }
    return modelId.equals(live.modelId()) ? live : shelf.scorer(modelId);
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
    if (serdes.decoder().decode(Topics.MODEL_RELEASES, record.key(), record.value())
        instanceof Decoded.Value<ModelReleased> it) {
      hear(it.value());
    } else {
      LOG.error("{} at offset {} cannot be read and is passed over", topic, record.offset());
    }
  }

  private void hear(ModelReleased release) {
    try {
      if (release.slot() == ModelSlot.CHAMPION) {
        live = scorer(release.modelId());
        LOG.info("model {} is in charge", release.modelId());
      }
      Releases after = releases.after(release);
      shadow = after.shadow().map(this::silent);
      releases = after;
    } catch (RefusedModelException e) {
      LOG.error(
          "model {} cannot be used, {} stays in charge: {}",
          release.modelId(),
          live.modelId(),
          e.getMessage());
    }
  }

  private Scorer silent(ModelReleased release) {
    Scorer known = shadow.orElse(null);
    return known != null && known.modelId().equals(release.modelId())
        ? known
        : shelf.scorer(release.modelId()).as(ScorerRole.SHADOW);
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
    shelf.close();
  }
}
