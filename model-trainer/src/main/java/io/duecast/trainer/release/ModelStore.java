package io.duecast.trainer.release;

import io.duecast.model.ModelFile;
import io.duecast.model.RiskModel;
import io.duecast.release.ModelReleased;
import io.duecast.release.Releases;
import io.duecast.wire.Decoded;
import io.duecast.wire.ModelArtifact;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicEnds;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The models and what was decided about them, on their topics. */
public final class ModelStore {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int LARGEST_RECORD_BYTES = 32 << 20;

  private final Properties cluster;
  private final NamedTopics topics;
  private final WireSerdes serdes;

  /**
   * The store of one installation.
   *
   * @param cluster what a client needs to reach the brokers
   */
  public ModelStore(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    this.cluster = cluster;
    this.topics = topics;
    this.serdes = serdes;
  }

  /** All that was decided so far. */
  public Releases releases() {
    Releases[] all = {Releases.NONE};
    read(Topics.MODEL_RELEASES, release -> all[0] = all[0].after(release));
    return all[0];
  }

  /** The file of a model; null if there is none. */
  public byte @Nullable [] file(String modelId) {
    byte[][] found = {null};
    read(
        Topics.MODEL_ARTIFACTS,
        artifact -> {
          if (artifact.modelId().equals(modelId)) {
            found[0] = artifact.file().get();
          }
        });
    return found[0];
  }

  /** A model by its id; null if there is none. */
  public @Nullable RiskModel model(String modelId) {
    byte[] file = file(modelId);
    return file == null ? null : ModelFile.read(file);
  }

  /** Puts a model's file where a release can name it. */
  public void put(byte[] file, Instant at) {
    write(
        Topics.MODEL_ARTIFACTS,
        new ModelArtifact(ModelFile.id(file), ModelFile.FORMAT_VERSION, Bytes.wrap(file), at),
        at);
  }

  /** Tells a decision; the model that it names must be there. */
  public void tell(ModelReleased decision) {
    write(Topics.MODEL_RELEASES, decision, decision.recordedAt());
  }

  private <V> void write(Topic<V> topic, V value, Instant at) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_RECORD_BYTES);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    try (Producer<String, V> producer =
        new KafkaProducer<>(config, new StringSerializer(), serdes.serializer(topic))) {
      producer
          .send(
              new ProducerRecord<>(
                  topics.name(topic), null, at.toEpochMilli(), TopicKey.of(value), value))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException(topic + " could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing " + topic, e);
    }
  }

  private interface Visitor<V> {
    void visit(V value);
  }

  private <V> void read(Topic<V> topic, Visitor<V> each) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    TopicPartition only = new TopicPartition(topics.name(topic), 0);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      long end = TopicEnds.of(cluster, List.of(only)).getOrDefault(only, 0L);
      while (consumer.position(only) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (serdes.decoder().decode(topic, record.key(), record.value())
              instanceof Decoded.Value<V> it) {
            each.visit(it.value());
          }
        }
      }
    }
  }
}
