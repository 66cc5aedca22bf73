package io.duecast.streams.model;

import io.duecast.health.TrainingReference;
import io.duecast.model.ModelScorer;
import io.duecast.model.RefusedModelException;
import io.duecast.risk.ScorerRole;
import io.duecast.wire.Decoded;
import io.duecast.wire.ModelArtifact;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The models of {@code model-artifacts}: where each lies, and the few used last as scorers. One
 * that is asked for again after long is fetched again. Safe for threads.
 */
final class ModelShelf implements AutoCloseable {
  /** Of several million bytes each. */
  private static final int LOADED = 3;

  /** Of some thousand bytes each. */
  private static final int REFERENCES = 100;

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Consumer<byte[], byte[]> consumer;
  private final WireSerdes serdes;
  private final TopicPartition artifacts;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, ModelScorer> loaded = new LinkedHashMap<>(LOADED + 1, 0.75f, true);
  private final Map<String, TrainingReference> references = new LinkedHashMap<>();
  private long next;

  ModelShelf(Consumer<byte[], byte[]> consumer, WireSerdes serdes, String topic) {
    this.consumer = consumer;
    this.serdes = serdes;
    this.artifacts = new TopicPartition(topic, 0);
    consumer.assign(List.of(artifacts));
  }

  /**
   * The scorer of a model, as one in charge.
   *
   * @throws RefusedModelException if there is no such model, or its bytes are none
   */
  synchronized ModelScorer scorer(String modelId) {
    ModelScorer known = loaded.get(modelId);
    if (known != null) {
      return known;
    }
    ModelScorer scorer = load(modelId);
    loaded.put(modelId, scorer);
    if (loaded.size() > LOADED) {
      loaded.remove(loaded.keySet().iterator().next());
    }
    return scorer;
  }

  /** What a model was trained on; nothing of one that cannot be used. */
  synchronized TrainingReference reference(String modelId) {
    TrainingReference known = references.get(modelId);
    if (known == null) {
      known = referenceOf(modelId);
      references.put(modelId, known);
      if (references.size() > REFERENCES) {
        references.remove(references.keySet().iterator().next());
      }
    }
    return known;
  }

  private TrainingReference referenceOf(String modelId) {
    try {
      return scorer(modelId).model().manifest().reference();
    } catch (RefusedModelException e) {
      return TrainingReference.NONE;
    }
  }

  private ModelScorer load(String modelId) {
    Long known = offsets.get(modelId);
    ModelArtifact artifact = known == null ? find(modelId) : at(known);
    ModelScorer scorer = ModelScorer.of(artifact.file().get(), ScorerRole.CHAMPION);
    if (!scorer.modelId().equals(modelId)) {
      throw new RefusedModelException(
          "the file under %s is that of %s".formatted(modelId, scorer.modelId()));
    }
    return scorer;
  }

  /** Reads on to the end; the artifact is on its topic before any release names it. */
  private ModelArtifact find(String modelId) {
    ModelArtifact found = null;
    long end = consumer.endOffsets(List.of(artifacts)).getOrDefault(artifacts, 0L);
    consumer.seek(artifacts, next);
    while (consumer.position(artifacts) < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (decoded(record) instanceof Decoded.Value<ModelArtifact> it) {
          offsets.put(it.value().modelId(), record.offset());
          found = it.value().modelId().equals(modelId) ? it.value() : found;
        }
      }
    }
    next = consumer.position(artifacts);
    if (found == null) {
      throw new RefusedModelException("there is no model " + modelId + " in " + artifacts.topic());
    }
    return found;
  }

  private ModelArtifact at(long offset) {
    consumer.seek(artifacts, offset);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (decoded(record) instanceof Decoded.Value<ModelArtifact> it) {
          return it.value();
        }
        throw new RefusedModelException("the record at " + offset + " is no model");
      }
    }
    throw new RefusedModelException("the model at " + offset + " does not come");
  }

  private Decoded<ModelArtifact> decoded(ConsumerRecord<byte[], byte[]> record) {
    return serdes.decoder().decode(Topics.MODEL_ARTIFACTS, record.key(), record.value());
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
