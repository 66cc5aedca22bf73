package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.DunningExamples;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderState;
import io.duecast.dunning.ReminderStatus;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReminderLoopTest {
  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://reminder-loop"));
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, Record> producer =
      new MockProducer<>(
          true, null, new StringSerializer(), serdes.serializer(Topics.REMINDER_STATUS));
  private final List<Reminder> sent = new ArrayList<>();
  private final Postman postman =
      new Postman(
          Map.of(Channel.EMAIL, (reminder, to, message) -> sent.add(reminder)),
          new AddressBook(Map.of()),
          new Templates(null),
          InstantSource.fixed(NOON));
  private final ReminderLoop loop =
      new ReminderLoop(
          consumer,
          producer,
          serdes.decoder(),
          Topics.named(""),
          postman,
          InstantSource.fixed(NOON));

  private final Map<String, Long> offsets = new HashMap<>();

  @Test
  void whatIsDueIsSentOnceAndTold() {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));

    loop.turn();
    loop.turn();

    assertThat(sent).hasSize(1);
    assertThat(producer.history())
        .extracting(it -> ((ReminderStatus) it.value()).delivery())
        .containsExactly(Delivery.SENT);
  }

  @Test
  void whatIsTakenBackBeforeItsWindowIsNotSent() {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    put(
        Topics.REMINDERS,
        reminder(2, ReminderState.CANCELLED, Channel.EMAIL, null, Arm.TREATED, false));

    loop.turn();

    assertThat(sent).isEmpty();
  }

  @Test
  void afterARestartWhatWasSentIsKnown() {
    Reminder reminder = reminder(Channel.EMAIL, null);
    consumer.schedulePollTask(
        () -> {
          put(Topics.REMINDERS, reminder);
          put(Topics.REMINDER_STATUS, DunningExamples.status(reminder, Delivery.SENT, NOON));
        });
    begin(2);

    loop.turn();

    assertThat(sent).isEmpty();
  }

  @Test
  void whatNobodySendsIsNotTold() {
    begin();
    put(Topics.REMINDERS, reminder(Channel.LETTER, null));

    loop.turn();

    assertThat(producer.history()).isEmpty();
  }

  private void begin() {
    begin(0);
  }

  private void begin(long records) {
    for (Topic<?> topic : List.of(Topics.REMINDERS, Topics.REMINDER_STATUS)) {
      TopicPartition only = new TopicPartition(topic.name(), 0);
      consumer.updatePartitions(
          topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
      consumer.updateBeginningOffsets(Map.of(only, 0L));
      consumer.updateEndOffsets(Map.of(only, records / 2));
    }
    loop.catchUp();
  }

  private <V> void put(Topic<V> topic, V value) {
    byte[] bytes = serdes.serializer(topic).serialize(topic.name(), new RecordHeaders(), value);
    long at = offsets.merge(topic.name(), 1L, Long::sum) - 1;
    consumer.addRecord(
        new ConsumerRecord<>(
            topic.name(), 0, at, TopicKey.of(value).getBytes(StandardCharsets.UTF_8), bytes));
  }
}
