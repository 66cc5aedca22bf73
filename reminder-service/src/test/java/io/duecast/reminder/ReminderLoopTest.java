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
import io.duecast.service.launch.StopSignal;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.progress.Way;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Watching;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Outbox outbox = new Outbox();
  private final Inbox inbox = new Inbox(consumer, serdes.decoder(), Topics.named(""), outbox);
  private final StopSignal stop = new StopSignal();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HealthBoard board = new HealthBoard(Clock.fixed(NOON, ZoneOffset.UTC));
  private Runnable whileSending = () -> {};
  private Instant now = NOON;
  private long behind;

  private final Postman postman =
      new Postman(
          Map.of(
              Channel.EMAIL,
              (reminder, to, message) -> {
                sent.add(reminder);
                whileSending.run();
              }),
          new AddressBook(Map.of()),
          new Templates(null),
          () -> now);
  private final ReminderLoop loop =
      new ReminderLoop(
          inbox,
          outbox,
          new Pipeline(new Ahead(), Duration.ofSeconds(30)),
          producer,
          Topics.named(""),
          postman,
          new SenderWatch(new Watching(board, meters)),
          Duration.ofSeconds(120),
          () -> now);

  /** Flows that are behind by as many records as a test says. */
  private final class Ahead implements Stages {
    @Override
    public Way of(FlowGroup flow) {
      return new Way() {
        @Override
        public long behind() {
          return behind;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
      return consumer.endOffsets(partitions);
    }
  }

  private final Map<String, Long> offsets = new HashMap<>();

  @Test
  void whatIsDueIsSentOnceAndTold() throws InterruptedException {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));

    loop.turn(stop);
    loop.turn(stop);

    assertThat(sent).hasSize(1);
    assertThat(producer.history())
        .extracting(it -> ((ReminderStatus) it.value()).delivery())
        .containsExactly(Delivery.SENT);
  }

  @Test
  void whatIsTakenBackBeforeItsWindowIsNotSent() throws InterruptedException {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    put(
        Topics.REMINDERS,
        reminder(2, ReminderState.CANCELLED, Channel.EMAIL, null, Arm.TREATED, false));

    loop.turn(stop);

    assertThat(sent).isEmpty();
  }

  @Test
  void afterARestartWhatWasSentIsKnown() throws InterruptedException {
    Reminder reminder = reminder(Channel.EMAIL, null);
    consumer.schedulePollTask(
        () -> {
          put(Topics.REMINDERS, reminder);
          put(Topics.REMINDER_STATUS, DunningExamples.status(reminder, Delivery.SENT, NOON));
        });
    begin(2);

    loop.turn(stop);

    assertThat(sent).isEmpty();
  }

  @Test
  void whatNobodySendsIsNotTold() throws InterruptedException {
    begin();
    put(Topics.REMINDERS, reminder(Channel.LETTER, null));

    loop.turn(stop);

    assertThat(producer.history()).isEmpty();
  }

  @Test
  void whatIsTakenBackWhileAnotherIsSentIsNotSent() throws InterruptedException {
    begin();
    Reminder first = reminder(Channel.EMAIL, null);
    Reminder second = ReminderExamples.to("globex", first);
    put(Topics.REMINDERS, first);
    put(Topics.REMINDERS, second);
    whileSending =
        () -> put(Topics.REMINDERS, ReminderExamples.to("globex", of(2, ReminderState.CANCELLED)));

    loop.turn(stop);
    loop.turn(stop);

    assertThat(sent).containsExactly(first);
  }

  @Test
  void nothingIsSentWhileAFlowIsBehind() throws InterruptedException {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    behind = 7;

    loop.turn(stop);
    assertThat(sent).isEmpty();
    assertThat(board.notReady().getFirst().detail())
        .isEqualTo("waits for the flow ledger: 7 records");

    behind = 0;
    loop.turn(stop);
    assertThat(sent).hasSize(1);
    assertThat(board.isReady()).isTrue();
  }

  @Test
  void whatWasKnownLongAgoIsNotEnough() throws InterruptedException {
    begin();
    loop.turn(stop);
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));
    behind = 1;

    now = NOON.plusSeconds(121);
    loop.turn(stop);

    assertThat(sent).isEmpty();
  }

  @Test
  void whoeverAsksItToStopWaitsForOneMessageOnly() throws InterruptedException {
    begin();
    Reminder first = reminder(Channel.EMAIL, null);
    put(Topics.REMINDERS, first);
    put(Topics.REMINDERS, ReminderExamples.to("globex", first));
    whileSending = stop::ask;

    loop.turn(stop);

    assertThat(sent).containsExactly(first);
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void whatBecameOfEachIsCounted() throws InterruptedException {
    begin();
    put(Topics.REMINDERS, reminder(Channel.EMAIL, null));

    loop.turn(stop);

    assertThat(meters.get("duecast.reminders.told").tag("delivery", "sent").counter().count())
        .isEqualTo(1);
  }

  private static Reminder of(int revision, ReminderState state) {
    return reminder(revision, state, Channel.EMAIL, null, Arm.TREATED, false);
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
    inbox.open();
  }

  private <V> void put(Topic<V> topic, V value) {
    byte[] bytes = serdes.serializer(topic).serialize(topic.name(), new RecordHeaders(), value);
    long at = offsets.merge(topic.name(), 1L, Long::sum) - 1;
    consumer.addRecord(
        new ConsumerRecord<>(
            topic.name(), 0, at, TopicKey.of(value).getBytes(StandardCharsets.UTF_8), bytes));
  }
}
