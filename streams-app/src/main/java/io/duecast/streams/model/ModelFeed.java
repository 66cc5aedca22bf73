package io.duecast.streams.model;

import io.duecast.health.TrainingReference;
import io.duecast.model.RefusedModelException;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.Releases;
import io.duecast.risk.Scorer;
import io.duecast.risk.ScorerRole;
import io.duecast.risk.Scorers;
import io.duecast.service.watch.Watching;
import io.duecast.streams.feed.TopicFeed;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  /** Its name among the parts of a service. */
  public static final String PART = "models";

  private final Scorer rule;
  private final WireSerdes serdes;
  private final ModelShelf shelf;
  private final ModelMeters meters;
  private final TopicFeed feed;
  private volatile Releases releases = Releases.NONE;
  private volatile Scorer live;
  private volatile Optional<Scorer> shadow = Optional.empty();

  private ModelFeed(
      Properties cluster, NamedTopics topics, WireSerdes serdes, Scorer rule, Watching watching) {
    this.rule = rule;
    this.live = rule;
    this.serdes = serdes;
    this.meters = new ModelMeters(watching.meters(), rule.modelId());
    this.feed =
        new TopicFeed(
            PART, cluster, topics.name(Topics.MODEL_RELEASES), this::hear, watching.board());
    this.shelf =
        new ModelShelf(TopicFeed.consumer(cluster), serdes, topics.name(Topics.MODEL_ARTIFACTS));
  }

  /** One that nobody watches. */
  public static ModelFeed start(
      Properties cluster, NamedTopics topics, WireSerdes serdes, Scorer rule) {
    return start(cluster, topics, serdes, rule, Watching.unseen());
  }

  /**
   * A feed that knows all that was released so far.
   *
   * @param rule speaks where there is no model
   */
  public static ModelFeed start(
      Properties cluster, NamedTopics topics, WireSerdes serdes, Scorer rule, Watching watching) {
    ModelFeed feed = new ModelFeed(cluster, topics, serdes, rule, watching);
    try {
      feed.feed.start();
      feed.meters.count();
      return feed;
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
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

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    if (serdes.decoder().decode(Topics.MODEL_RELEASES, record.key(), record.value())
        instanceof Decoded.Value<ModelReleased> it) {
      hear(it.value());
    } else {
      LOG.error("{} cannot be read and is passed over", feed.place(record));
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
      meters.heard(release, live.modelId(), shadow.map(Scorer::modelId));
    } catch (RefusedModelException e) {
      LOG.error(
          "model {} cannot be used, {} stays in charge: {}",
          release.modelId(),
          live.modelId(),
          e.getMessage());
      meters.unusable();
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
    feed.close();
    shelf.close();
  }
}
