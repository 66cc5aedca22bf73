package io.duecast.reminder;

import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code reminders}, and what became of them, from the beginning; sends what is due; and
 * tells it before it goes on. One instance of it runs. If it dies between the sending and the
 * telling, a reminder goes out twice, with the same id.
 */
public final class ReminderLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<String, Record> producer;
  private final WireDecoder decoder;
  private final Map<String, Topic<?>> topicByName;
  private final String statusTopic;
  private final Postman postman;
  private final InstantSource clock;
  private final Outbox outbox = new Outbox();

  /**
   * @param consumer of committed records
   * @param producer of records of {@code reminder-status}
   */
  public ReminderLoop(
      Consumer<byte[], byte[]> consumer,
      Producer<String, Record> producer,
      WireDecoder decoder,
      NamedTopics topics,
      Postman postman,
      InstantSource clock) {
    this.consumer = consumer;
    this.producer = producer;
    this.decoder = decoder;
    this.statusTopic = topics.name(Topics.REMINDER_STATUS);
    this.topicByName =
        Map.of(
            topics.name(Topics.REMINDERS), Topics.REMINDERS, statusTopic, Topics.REMINDER_STATUS);
    this.postman = postman;
    this.clock = clock;
  }

  /** Hears all that there is, and sends nothing. */
  public void catchUp() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topicByName.keySet()) {
      for (PartitionInfo it : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, it.partition()));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
      consumer.poll(POLL).forEach(this::hear);
    }
  }

  /** Hears what is new, then sends what is due: a word that takes one back is heard first. */
  public void turn() {
    consumer.poll(POLL).forEach(this::hear);
    for (Reminder reminder : outbox.due(clock.instant())) {
      outbox.tried(reminder);
      if (postman.serves(reminder.channel())) {
        tell(postman.send(reminder));
      } else {
        LOG.warn("reminder {}: nothing is sent by {}", reminder.reminderId(), reminder.channel());
      }
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    Topic<?> topic = topicByName.get(record.topic());
    if (topic == null
        || !(decoder.decode(topic, record.key(), record.value()) instanceof Decoded.Value<?> it)) {
      LOG.error("{}-{}@{} is passed over", record.topic(), record.partition(), record.offset());
      return;
    }
    if (it.value() instanceof Reminder reminder) {
      outbox.hear(reminder);
    } else if (it.value() instanceof ReminderStatus status) {
      outbox.hear(status);
    }
  }

  private void tell(ReminderStatus status) {
    outbox.hear(status);
    try {
      producer
          .send(
              new ProducerRecord<>(
                  statusTopic,
                  null,
                  status.envelope().recordedAt().toEpochMilli(),
                  TopicKey.of(status),
                  status))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException(statusTopic + " could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while writing " + statusTopic, e);
    }
  }
}
