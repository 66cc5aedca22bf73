package io.duecast.console.projection;

import io.duecast.console.database.Trouble;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.RegistryUnavailableException;
import io.duecast.wire.Topic;
import io.duecast.wire.WireDecoder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is committed on the topics into the tables, in a thread of its own. A batch and the
 * offsets after it are one transaction, so that each record counts once, whatever dies when.
 * Trouble of the world is waited out; a bug ends it.
 */
public final class Projector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
  private static final String PART = "projector";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
  private static final long BETWEEN_QUESTIONS_NANOS = Duration.ofSeconds(1).toNanos();
  private static final String MOST_RECORDS = "5000";

  private final ReadModel model;
  private final Batch batch;
  private final NamedTopics topics;
  private final Properties cluster;
  private final Consumer<byte[], byte[]> consumer;
  private final HealthBoard board;
  private final Freshness freshness;
  private final Moves moves = new Moves();
  private final CountDownLatch over = new CountDownLatch(1);
  private Map<TopicPartition, Long> written = Map.of();
  private long askedNanos = System.nanoTime() - BETWEEN_QUESTIONS_NANOS;
  private @Nullable Thread thread;

  /**
   * One that has read nothing yet.
   *
   * @param cluster what a client needs to reach the brokers
   */
  public Projector(
      ReadModel model,
      Properties cluster,
      WireDecoder decoder,
      NamedTopics topics,
      HealthBoard board,
      InstantSource clock) {
    this.model = model;
    this.batch = new Batch(decoder, topics);
    this.topics = topics;
    this.cluster = cluster;
    this.consumer = consumer(cluster);
    this.board = board;
    this.freshness = new Freshness(clock);
    board.say(PART, Standing.COMING, "starts");
  }

  private static Consumer<byte[], byte[]> consumer(Properties cluster) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Begins, beside the caller. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name(PART).start(this::run);
  }

  /** How far the tables are behind. */
  public Freshness freshness() {
    return freshness;
  }

  /** Tells what has moved. */
  public Moves moves() {
    return moves;
  }

  private void run() {
    try {
      while (over.getCount() > 0) {
        attempt();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("the projector was stopped");
    } catch (OtherTopicsException e) {
      say(Standing.DEAD, String.valueOf(e.getMessage()));
      LOG.error("the projector has stopped: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      say(Standing.DEAD, e.getClass().getSimpleName());
      LOG.error("the projector was stopped by a bug", e);
    }
  }

  private void attempt() {
    try {
      if (written.isEmpty()) {
        begin();
      }
      turn();
    } catch (OvertakenException e) {
      LOG.info("begins where somebody else left off: {}", e.getMessage());
      written = Map.of();
    } catch (InvalidOffsetException e) {
      throw new OtherTopicsException(
          "the topics do not reach to where the tables are: " + e.getMessage());
    } catch (RegistryUnavailableException e) {
      rest("the registry does not answer", e);
    } catch (RetriableException e) {
      rest("the brokers do not answer", e);
    } catch (JdbiException | SQLException e) {
      if (!Trouble.isOfTheWorld(e)) {
        throw new IllegalStateException("the tables do not take a batch", e);
      }
      rest("the database does not answer", e);
    }
  }

  private void begin() {
    List<TopicPartition> all = new ArrayList<>();
    List<String> names = Projections.all().keySet().stream().map(topics::name).toList();
    model.requireTopics(TopicIds.of(cluster, names, PATIENCE));
    for (Topic<?> topic : Projections.all().keySet()) {
      for (PartitionInfo it : consumer.partitionsFor(topics.name(topic), PATIENCE)) {
        all.add(new TopicPartition(it.topic(), it.partition()));
      }
    }
    written = model.positions(consumer.beginningOffsets(all, PATIENCE));
    consumer.assign(all);
    written.forEach(consumer::seek);
  }

  /** One batch, if there is one. */
  private void turn() throws SQLException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    List<Projected> projected = batch.projected(records);
    Map<TopicPartition, Long> to = new HashMap<>();
    for (TopicPartition it : written.keySet()) {
      long position = consumer.position(it, PATIENCE);
      if (position != written.getOrDefault(it, 0L)) {
        to.put(it, position);
      }
    }
    if (!to.isEmpty()) {
      model.write(projected, written, to);
      Map<TopicPartition, Long> now = new HashMap<>(written);
      now.putAll(to);
      written = now;
    }
    if (!projected.isEmpty()) {
      Set<String> moved = new TreeSet<>();
      records.partitions().forEach(it -> moved.add(bare(it)));
      moves.tell(moved);
    }
    look();
  }

  /** Asks the brokers, now and then, how much there is. */
  private void look() {
    if (System.nanoTime() - askedNanos < BETWEEN_QUESTIONS_NANOS) {
      return;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(written.keySet(), PATIENCE);
    askedNanos = System.nanoTime();
    Map<String, Long> lags = new HashMap<>();
    written.forEach(
        (it, next) ->
            lags.merge(bare(it), Math.max(0, ends.getOrDefault(it, next) - next), Long::sum));
    lags.forEach(freshness::lag);
    say(Standing.READY, "projects");
  }

  private String bare(TopicPartition partition) {
    return partition.topic().substring(topics.prefix().length());
  }

  /** Waits, and reads again what is not in the tables. */
  private void rest(String why, Exception trouble) {
    LOG.warn("{}: {}", why, trouble.toString());
    say(Standing.COMING, why);
    written = Map.of();
    try {
      if (over.await(AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("stopped while it waited");
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void say(Standing standing, String why) {
    freshness.say(standing, why);
    board.say(PART, standing, why);
  }

  @Override
  public void close() {
    over.countDown();
    consumer.wakeup();
    try {
      if (thread != null && !thread.join(Duration.ofSeconds(10))) {
        LOG.warn("the projector does not stop");
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    consumer.close();
  }
}
