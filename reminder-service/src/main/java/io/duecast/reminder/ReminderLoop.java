package io.duecast.reminder;

import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.service.launch.StopSignal;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one by one, as long as what was known a short while ago has been heard; and
 * tells each before it goes on. One instance of it runs. If it dies between the sending and the
 * telling, a reminder goes out twice, with the same id.
 */
final class ReminderLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Inbox inbox;
  private final Outbox outbox;
  private final Pipeline pipeline;
  private final Producer<String, Record> producer;
  private final String statusTopic;
  private final Postman postman;
  private final SenderWatch watch;
  private final Duration knownWithin;
  private final InstantSource clock;

  /**
   * @param producer of records of {@code reminder-status}
   * @param knownWithin nothing is sent unless everything is heard that was known so long ago
   */
  ReminderLoop(
      Inbox inbox,
      Outbox outbox,
      Pipeline pipeline,
      Producer<String, Record> producer,
      NamedTopics topics,
      Postman postman,
      SenderWatch watch,
      Duration knownWithin,
      InstantSource clock) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.pipeline = pipeline;
    this.producer = producer;
    this.statusTopic = topics.name(Topics.REMINDER_STATUS);
    this.postman = postman;
    this.watch = watch;
    this.knownWithin = knownWithin;
    this.clock = clock;
  }

  /** Hears what is new, then sends what is due until nothing is, or somebody asks to stop. */
  void turn(StopSignal stop) throws InterruptedException {
    inbox.hear(POLL);
    outbox.forgetTheOld(clock.instant());
    Optional<Reminder> next = next();
    while (next.isPresent() && !stop.isAsked()) {
      send(next.get(), stop);
      // What takes one back while another is sent is heard before it goes out.
      inbox.hear(Duration.ZERO);
      next = next();
    }
  }

  /** What may be sent now; empty if nothing is due, or too little is known. */
  private Optional<Reminder> next() throws InterruptedException {
    pipeline.look(clock.instant(), inbox.partitions(), inbox::heard);
    Instant now = clock.instant(); // to look may take long
    if (!pipeline.isKnown(now, knownWithin)) {
      watch.waitsFor(pipeline.waitsFor());
      return Optional.empty();
    }
    watch.goesOn();
    return outbox.next(now);
  }

  private void send(Reminder reminder, StopSignal stop) throws InterruptedException {
    outbox.tried(reminder);
    if (!postman.serves(reminder.channel())) {
      LOG.warn("reminder {}: nothing is sent by {}", reminder.reminderId(), reminder.channel());
      return;
    }
    ReminderStatus status = postman.send(reminder);
    tell(status, stop);
    watch.told(status);
  }

  /** What was sent must be told, however long the brokers are away; else it is sent again. */
  private void tell(ReminderStatus status, StopSignal stop) throws InterruptedException {
    outbox.hear(status);
    while (true) {
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
        return;
      } catch (ExecutionException e) {
        if (stop.isAsked()) {
          throw new KafkaException(statusTopic + " could not be written", e.getCause());
        }
        LOG.warn("{} is told again: {}", status.reminderId(), String.valueOf(e.getMessage()));
        watch.waitsFor("the brokers");
      }
    }
  }
}
