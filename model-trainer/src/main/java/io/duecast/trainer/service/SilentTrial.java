package io.duecast.trainer.service;

import io.duecast.health.ScoreReference;
import io.duecast.release.ModelReleased;
import io.duecast.release.Releases;
import io.duecast.risk.RiskAssessed;
import io.duecast.trainer.release.Trial;
import io.duecast.trainer.release.Verdict;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the candidate that is on trial, whoever put it there: listens to what is said of live
 * invoices, and tells the verdict. After a restart it hears again what was said since.
 */
final class SilentTrial implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SilentTrial.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Records carry the time of what they tell of, which may be a little older. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private final TrainerPlan plan;
  private final Trainer trainer;
  private final Clock clock;
  private @Nullable Releases releases;
  private @Nullable Trial trial;
  private @Nullable Consumer<byte[], byte[]> risks;
  private Instant since = Instant.EPOCH;

  SilentTrial(TrainerPlan plan, Trainer trainer, Clock clock) {
    this.plan = plan;
    this.trainer = trainer;
    this.clock = clock;
  }

  /** Whether a candidate is on trial. */
  boolean isRunning() {
    return trial != null;
  }

  /** All that was decided, as far as it was heard; empty before the first look. */
  Optional<Releases> releases() {
    return Optional.ofNullable(releases);
  }

  /**
   * Looks at what was decided since the last look, and at what was said since.
   *
   * @param decisions as they came on their topic
   */
  void look(ConsumerRecords<byte[], byte[]> decisions) {
    try {
      follow(decisions);
      listen();
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("the candidate on trial is looked after again from the start: {}", e.getMessage());
      forget();
    }
  }

  private void follow(ConsumerRecords<byte[], byte[]> decisions) {
    Releases known = releases;
    if (known == null) {
      follow(trainer.releases());
    } else if (!decisions.isEmpty()) {
      Releases after = known;
      for (ConsumerRecord<byte[], byte[]> record : decisions) {
        if (plan.serdes().decoder().decode(Topics.MODEL_RELEASES, record.key(), record.value())
            instanceof Decoded.Value<ModelReleased> it) {
          after = after.after(it.value());
        }
      }
      follow(after);
    }
  }

  /** It is another instance's business now. */
  void forget() {
    releases = null;
    end();
  }

  private void follow(Releases now) {
    releases = now;
    ModelReleased candidate = now.shadow().orElse(null);
    if (candidate == null) {
      end();
    } else if (trial == null || !trial.candidate().equals(candidate)) {
      end();
      trial =
          new Trial(
              candidate,
              plan.trial(),
              new Trial.Training(
                  trainer.saidInTraining(candidate.modelId()),
                  now.champion()
                      .map(it -> trainer.saidInTraining(it.modelId()))
                      .orElse(ScoreReference.NONE)));
      since = clock.instant();
      risks = risksSince(candidate.recordedAt().minus(BEFORE));
    }
  }

  private void end() {
    trial = null;
    if (risks != null) {
      risks.close();
      risks = null;
    }
  }

  private void listen() {
    Trial running = trial;
    if (running == null || risks == null) {
      return;
    }
    for (ConsumerRecord<byte[], byte[]> record : risks.poll(POLL)) {
      if (plan.serdes().decoder().decode(Topics.INVOICE_RISK, record.key(), record.value())
          instanceof Decoded.Value<RiskAssessed> it) {
        running.hear(it.value());
      }
    }
    Instant now = clock.instant();
    running
        .verdict(Duration.between(since, now))
        .ifPresent(verdict -> conclude(running.candidate(), verdict, now));
  }

  private void conclude(ModelReleased candidate, Verdict verdict, Instant now) {
    trainer
        .conclude(candidate, verdict, now)
        .ifPresent(
            it ->
                LOG.info(
                    "model {}: {} ({})",
                    it.modelId(),
                    it.decision(),
                    String.join("; ", verdict.reasons())));
    end();
  }

  private Consumer<byte[], byte[]> risksSince(Instant from) {
    Properties config = new Properties();
    config.putAll(plan.cluster());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(plan.topics().name(Topics.INVOICE_RISK)).stream()
            .map(it -> new TopicPartition(it.topic(), it.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(it -> it, it -> from.toEpochMilli())));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp at = found.get(partition);
      if (at == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, at.offset());
      }
    }
    return consumer;
  }

  @Override
  public void close() {
    end();
  }
}
