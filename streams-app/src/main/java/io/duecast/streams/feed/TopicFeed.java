package io.duecast.streams.feed;

import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic of one partition: to its end at the start, and on from there in a thread of its
 * own. Trouble of the world is waited out, and no record is passed over by it; a bug ends the feed.
 */
public final class TopicFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final String name;
  private final TopicPartition topic;
  private final Consumer<byte[], byte[]> consumer;
  private final Hearer hearer;
  private final HealthBoard board;
  private volatile boolean isOver;
  private @Nullable Thread thread;

  /** Whom each record is told, in order; one that could not be dealt with is told again. */
  public interface Hearer {
    void hear(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * A feed that has read nothing yet.
   *
   * @param name under which it says how it stands
   * @param cluster what a client needs to reach the brokers
   */
  public TopicFeed(
      String name, Properties cluster, String topic, Hearer hearer, HealthBoard board) {
    this.name = name;
    this.topic = new TopicPartition(topic, 0);
    this.consumer = consumer(cluster);
    this.hearer = hearer;
    this.board = board;
    board.say(name, Standing.COMING, "reads what there is");
  }

  /** A reader of what is committed. */
  public static Consumer<byte[], byte[]> consumer(Properties cluster) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Reads to the end that the topic has now, then on from there beside the caller. */
  public void start() {
    consumer.assign(List.of(topic));
    consumer.seekToBeginning(List.of(topic));
    long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
    while (consumer.position(topic) < end) {
      consumer.poll(POLL).forEach(hearer::hear);
    }
    board.say(name, Standing.READY, "at the end");
    thread = Thread.ofPlatform().daemon().name(name + "-feed").start(this::readOn);
  }

  private void readOn() {
    try {
      while (!isOver) {
        readSome();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("{}: stopped", name);
    } catch (RuntimeException e) {
      LOG.error("{}: stopped by a bug", name, e);
      board.say(name, Standing.DEAD, e.getClass().getSimpleName());
    }
  }

  private void readSome() {
    try {
      hearFrom(consumer.position(topic));
      board.say(name, Standing.READY, "at the end");
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (RetriableException e) {
      LOG.warn("{}: waits: {}", name, e.getMessage());
      board.say(name, Standing.COMING, "waits: " + e.getClass().getSimpleName());
      rest();
    }
  }

  /** Hears what there is; what could not be heard is heard again. */
  private void hearFrom(long position) {
    long next = position;
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        next = record.offset();
        hearer.hear(record);
      }
    } catch (RetriableException e) {
      consumer.seek(topic, next);
      throw e;
    }
  }

  private static void rest() {
    try {
      Thread.sleep(AFTER_TROUBLE);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    isOver = true;
    consumer.wakeup();
    try {
      if (thread != null && !thread.join(Duration.ofSeconds(10))) {
        LOG.warn("{}: does not stop", name);
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    consumer.close();
  }

  /** For a message about a record that means nothing. */
  public String place(ConsumerRecord<byte[], byte[]> record) {
    return "%s at offset %d".formatted(topic, record.offset());
  }
}
