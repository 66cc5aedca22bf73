package io.duecast.trainer.service;

import io.duecast.calendar.DayOpened;
import io.duecast.health.ModelHealth;
import io.duecast.label.LabelledInvoice;
import io.duecast.release.ModelReleased;
import io.duecast.release.Releases;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import io.duecast.service.watch.Watching;
import io.duecast.trainer.chain.TrainingListener;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the labels and learns when it is time, in a thread of its own, beside the scoring. Of
 * several instances one learns: the one that the group gives the only partition of {@code
 * model-releases}.
 */
public final class TrainerService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainerService.class);

  /** Its name among the parts of a service. */
  public static final String PART = "trainer";

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_TRAINING = Duration.ofHours(6);
  private static final int BETWEEN_GUARDS = 500;
  private static final Duration UNTIL_ANEW = Duration.ofSeconds(5);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

  private final TrainerPlan plan;
  private final Schedule schedule;
  private final Clock clock;
  private final HealthBoard board;
  private final TrainerMeters meters;
  private final Trainer trainer;
  private final SilentTrial trial;
  private final Consumer<byte[], byte[]> election;
  private final Consumer<byte[], byte[]> labels;
  private final Consumer<byte[], byte[]> health;
  private final Map<String, ModelHealth> healthOf = new TreeMap<>();
  private final Thread thread;
  private volatile boolean isOver;
  private long count;
  private long countThen;
  private long countGuarded;
  private @Nullable LocalDate lastOn;
  private @Nullable LocalDate firstOn;
  private @Nullable LocalDate today;
  private boolean isHealthNews;
  private Alarms alarms = Alarms.NONE;

  private TrainerService(TrainerPlan plan, Schedule schedule, Clock clock, Watching watching) {
    this.plan = plan;
    this.schedule = schedule;
    this.clock = clock;
    this.board = watching.board();
    this.meters = new TrainerMeters(watching.meters());
    this.trainer = new Trainer(plan);
    this.trial = new SilentTrial(plan, trainer, clock);
    Properties member = config(plan);
    member.put(ConsumerConfig.GROUP_ID_CONFIG, plan.topics().prefix() + "duecast-trainer");
    member.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) LONGEST_TRAINING.toMillis());
    this.election =
        new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.labels =
        new KafkaConsumer<>(config(plan), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.health =
        new KafkaConsumer<>(config(plan), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.thread = Thread.ofPlatform().daemon().name("trainer").unstarted(this::run);
  }

  private static Properties config(TrainerPlan plan) {
    Properties config = new Properties();
    config.putAll(plan.cluster());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return config;
  }

  /** Starts to watch, watched by nobody. */
  public static TrainerService start(TrainerPlan plan, Schedule schedule, Clock clock) {
    return start(plan, schedule, clock, Watching.unseen());
  }

  /**
   * Starts to watch.
   *
   * @param clock says since when what it releases holds
   */
  public static TrainerService start(
      TrainerPlan plan, Schedule schedule, Clock clock, Watching watching) {
    TrainerService service = new TrainerService(plan, schedule, clock, watching);
    service.board.say(PART, Standing.COMING, "reads the labels");
    service.thread.start();
    return service;
  }

  private void run() {
    try (election;
        labels;
        health;
        trial) {
      election.subscribe(List.of(plan.topics().name(Topics.MODEL_RELEASES)));
      while (!isOver) {
        watchUntilTrouble();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("the trainer stops");
    } catch (RuntimeException e) {
      if (!isOver) {
        LOG.error("the trainer is stopped by a bug", e);
        board.say(PART, Standing.DEAD, e.getClass().getSimpleName());
      }
    }
  }

  /** Trouble of the world is waited out; then all is read again from the start. */
  private void watchUntilTrouble() {
    try {
      List<TopicPartition> partitions = begin();
      while (!isOver) {
        watch(partitions);
      }
    } catch (RetriableException e) {
      LOG.warn("the trainer waits and begins anew: {}", e.getMessage());
      board.say(PART, Standing.COMING, "waits: " + e.getClass().getSimpleName());
      trial.forget();
      pause(UNTIL_ANEW);
    }
  }

  private List<TopicPartition> begin() {
    count = 0;
    countThen = 0;
    countGuarded = 0;
    List<TopicPartition> partitions = partitions(labels);
    labels.assign(partitions);
    labels.seekToBeginning(partitions);
    List<TopicPartition> ofHealth =
        List.of(new TopicPartition(plan.topics().name(Topics.MODEL_HEALTH), 0));
    health.assign(ofHealth);
    health.seekToBeginning(ofHealth);
    trainer.releases().inOrder().forEach(this::remember);
    return partitions;
  }

  private void watch(List<TopicPartition> partitions) {
    ConsumerRecords<byte[], byte[]> decisions = election.poll(Duration.ZERO);
    labels.poll(POLL).forEach(this::hear);
    health.poll(Duration.ZERO).forEach(this::hearHealth);
    boolean isCaughtUp = isCaughtUp(partitions);
    if (isCaughtUp) {
      board.say(PART, Standing.READY, "knows all labels");
    }
    meters.labels(count);
    meters.elected(!election.assignment().isEmpty());
    if (election.assignment().isEmpty()) {
      trial.forget();
    } else {
      election.assignment().forEach(election::position);
      trial.look(decisions);
      if (isCaughtUp) {
        look();
      }
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(plan.topics().name(Topics.LABELLED_INVOICES))
        .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
    return partitions;
  }

  private boolean isCaughtUp(Collection<TopicPartition> partitions) {
    return partitions.stream().allMatch(it -> labels.currentLag(it).orElse(1) == 0);
  }

  private void remember(ModelReleased decision) {
    LocalDate knownOn = decision.knownOn();
    if (knownOn != null) {
      lastOn = later(lastOn, knownOn);
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    if (plan.serdes().decoder().decode(Topics.LABELLED_INVOICES, record.key(), record.value())
        instanceof Decoded.Value<Record> it) {
      switch (it.value()) {
        case LabelledInvoice invoice -> hear(invoice);
        case DayOpened day -> today = later(today, day.date());
        default -> LOG.warn("labels: {} is not known", it.value().getClass());
      }
    }
  }

  /** What day it is the days say: a label can be of a day to come, if a fact was dated wrong. */
  private void hear(LabelledInvoice invoice) {
    LocalDate knownOn = invoice.knownOn();
    firstOn = firstOn == null || knownOn.isBefore(firstOn) ? knownOn : firstOn;
    count += invoice.revision() == 1 ? 1 : 0;
    if (lastOn != null && knownOn.isBefore(lastOn)) {
      countThen = count;
    }
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }

  /** What a model does in its latest invoices; the months are for people. */
  private void hearHealth(ConsumerRecord<byte[], byte[]> record) {
    if (plan.serdes().decoder().decode(Topics.MODEL_HEALTH, record.key(), record.value())
            instanceof Decoded.Value<ModelHealth> it
        && it.value().window().startsWith("last-")) {
      healthOf.put(it.value().modelId() + it.value().window(), it.value());
      isHealthNews = true;
    }
  }

  private void look() {
    LocalDate on = today;
    LocalDate since = lastOn == null ? firstOn : lastOn;
    if (on == null || since == null) {
      return;
    }
    if (count - countGuarded >= BETWEEN_GUARDS) {
      countGuarded = count;
      guard(on);
    }
    if (trial.isRunning()) {
      return;
    }
    Releases releases = trial.releases().orElse(null);
    if (isHealthNews && releases != null) {
      isHealthNews = false;
      alarms = alarms.after(releases, healthOf.values());
      meters.alarms(alarms.raised());
    }
    Optional<String> trigger = schedule.trigger(count, countThen, since, on, alarms.due());
    if (trigger.isPresent()) {
      alarms.raised().forEach(it -> LOG.info("{}: {}", it.kind(), it.reason()));
      alarms = alarms.answered();
      countThen = count;
      lastOn = on;
      learn(trigger.get(), on);
    }
  }

  private void guard(LocalDate on) {
    try {
      trainer
          .guard(new Occasion("guard", on, clock.instant()))
          .ifPresent(
              it ->
                  LOG.warn(
                      "model {} is taken back, {} is in charge: {}",
                      it.previous(),
                      it.modelId(),
                      String.join("; ", it.reasons())));
    } catch (KafkaException e) {
      LOG.warn("the model in charge could not be looked after: {}", e.getMessage());
    }
  }

  private void learn(String trigger, LocalDate on) {
    LOG.info("learning ({}): {} labelled invoices up to {}", trigger, count, on);
    long began = System.nanoTime();
    try {
      Occasion occasion = new Occasion(trigger, on, clock.instant());
      Learned learned = trainer.learn(occasion, TrainingListener.NONE);
      meters.learned(learned, since(began));
      switch (learned) {
        case Learned.TooLittle it -> LOG.info("no model yet: {}", it.why());
        case Learned.Decided it ->
            LOG.info(
                "model {}: {} ({})",
                it.decision().modelId(),
                it.decision().decision(),
                String.join("; ", it.decision().reasons()));
      }
    } catch (KafkaException e) {
      if (isOver) {
        return;
      }
      meters.failed(since(began));
      LOG.warn("learning failed, it is tried again: {}", e.getMessage());
      countThen = 0;
      pause(AFTER_TROUBLE);
    } catch (RuntimeException e) {
      if (isOver) {
        LOG.debug("stopped while learning; nothing of it is released", e);
      } else {
        meters.failed(since(began));
        LOG.error("learning failed, what is in charge stays", e);
      }
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      isOver = true;
    }
  }

  /** Whether it watches. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Stops; a training that runs is given up, and nothing of it is released. */
  @Override
  public void close() {
    isOver = true;
    election.wakeup();
    labels.wakeup();
    health.wakeup();
    try {
      if (!thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
        if (!thread.join(Duration.ofSeconds(10))) {
          LOG.info("a training still runs; nothing of it will be released");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
