package io.duecast.reminder;

import io.duecast.check.RejectReason;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of {@code reminders} and what became of them, from the beginning, into an outbox. */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(2);
  private static final int MOST_DOUBTS = 15;

  private final Consumer<byte[], byte[]> consumer;
  private final WireDecoder decoder;
  private final Map<String, Topic<?>> topicByName;
  private final String reminders;
  private final Outbox outbox;
  private int doubts = MOST_DOUBTS;

  /**
   * @param consumer of committed records
   */
  Inbox(Consumer<byte[], byte[]> consumer, WireDecoder decoder, NamedTopics topics, Outbox outbox) {
    this.consumer = consumer;
    this.decoder = decoder;
    this.reminders = topics.name(Topics.REMINDERS);
    this.topicByName =
        Map.of(
            reminders,
            Topics.REMINDERS,
            topics.name(Topics.REMINDER_STATUS),
            Topics.REMINDER_STATUS);
    this.outbox = outbox;
  }

  /** Begins at the beginning. */
  void open() {
    List<TopicPartition> partitions = new ArrayList<>();
    topicByName.keySet().forEach(topic -> partitions.addAll(partitions(topic)));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private List<TopicPartition> partitions(String topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (PartitionInfo it : consumer.partitionsFor(topic)) {
      partitions.add(new TopicPartition(topic, it.partition()));
    }
    return partitions;
  }

  /** The partitions of both topics. */
  List<TopicPartition> partitions() {
    return List.copyOf(consumer.assignment());
  }

  /** Up to where a partition was heard. */
  long heard(TopicPartition partition) {
    return consumer.position(partition);
  }

  /** Hears what is new, waiting for it so long at most. */
  void hear(Duration patience) {
    consumer.poll(patience).forEach(this::hear);
  }

  /** A registry that has just begun may not have read its storage yet: it is asked again. */
  private Decoded<?> decoded(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
    Decoded<?> decoded = decoder.decode(topic, record.key(), record.value());
    while (decoded instanceof Decoded.Rejected<?> it
        && it.rejection().reason() == RejectReason.UNKNOWN_SCHEMA
        && doubts > 0) {
      doubts--;
      rest();
      decoded = decoder.decode(topic, record.key(), record.value());
    }
    return decoded;
  }

  private static void rest() {
    try {
      Thread.sleep(BETWEEN_DOUBTS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    Topic<?> topic = topicByName.get(record.topic());
    if (topic == null) {
      return;
    }
    if (!(decoded(topic, record) instanceof Decoded.Value<?> it)) {
      LOG.error(
          "{}-{}@{} cannot be read: nothing is sent to its customer until a restart",
          record.topic(),
          record.partition(),
          record.offset());
      outbox.block(record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
      return;
    }
    if (it.value() instanceof Reminder reminder) {
      outbox.hear(reminder);
    } else if (it.value() instanceof ReminderStatus status) {
      outbox.hear(status);
    }
  }
}
