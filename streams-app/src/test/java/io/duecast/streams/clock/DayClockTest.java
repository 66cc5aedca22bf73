package io.duecast.streams.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.stack.testing.TestStack;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** On a real broker: each day once in each partition, whatever was missed. */
class DayClockTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int PARTITIONS = 3;

  private final NamedTopics topics = Topics.named("day-clock.");
  private final Properties cluster = new Properties();
  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", TestStack.shared().registryUrl()));

  DayClockTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @Test
  void afterAnOutageEachMissedDayIsOpenedOnceInEveryPartition() throws Exception {
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(topics, PARTITIONS, (short) 1).ensure(admin);
    }
    tickAt("2026-03-01T22:59:59Z"); // one second to midnight in Berlin
    tickAt("2026-03-01T23:00:00Z");
    tickAt("2026-03-02T09:00:00Z"); // after a restart
    tickAt("2026-03-05T09:00:00Z"); // after three days

    Map<Integer, List<LocalDate>> days = opened(topics);
    assertThat(days).hasSize(PARTITIONS);
    assertThat(days.values())
        .allSatisfy(
            of ->
                assertThat(of)
                    .containsExactly(
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-03"),
                        LocalDate.parse("2026-03-04"),
                        LocalDate.parse("2026-03-05")));
  }

  /** So any number of instances may have one. */
  @Test
  void severalClocksAtOnceOpenEachDayOnce() throws Exception {
    NamedTopics ofAll = Topics.named("several-clocks.");
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(ofAll, PARTITIONS, (short) 1).ensure(admin);
    }
    List<LocalDate> expected = new ArrayList<>();
    for (int day = 2; day <= 4; day++) {
      Clock clock = Clock.fixed(Instant.parse("2026-03-0" + day + "T09:00:00Z"), BERLIN);
      List<DayClock> clocks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        clocks.add(new DayClock(cluster, ofAll, serdes, clock, BERLIN));
      }
      List<Thread> ticking =
          clocks.stream().map(it -> Thread.ofPlatform().start(it::tick)).toList();
      for (Thread each : ticking) {
        each.join();
      }
      clocks.getFirst().tick(); // as it would again, should all have fenced each other
      clocks.forEach(DayClock::close);
      expected.add(LocalDate.parse("2026-03-0" + day));
    }

    assertThat(opened(ofAll).values())
        .hasSize(PARTITIONS)
        .allSatisfy(of -> assertThat(of).containsExactlyElementsOf(expected));
  }

  private void tickAt(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneId.of("UTC"));
    try (DayClock days = new DayClock(cluster, topics, serdes, clock, BERLIN)) {
      days.tick();
      days.tick();
    }
  }

  private Map<Integer, List<LocalDate>> opened(NamedTopics of) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put("isolation.level", "read_committed");
    Map<Integer, List<LocalDate>> days = new TreeMap<>();
    try (KafkaConsumer<String, DayOpened> consumer =
        new KafkaConsumer<>(
            config, new StringDeserializer(), serdes.deserializer(Topics.BUSINESS_DAYS))) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        TopicPartition at = new TopicPartition(of.name(Topics.BUSINESS_DAYS), partition);
        List<LocalDate> found = days.computeIfAbsent(partition, it -> new ArrayList<>());
        consumer.assign(List.of(at));
        consumer.seekToBeginning(List.of(at));
        long end = consumer.endOffsets(List.of(at)).get(at);
        while (consumer.position(at) < end) {
          consumer.poll(Duration.ofMillis(200)).forEach(it -> found.add(it.value().date()));
        }
      }
    }
    return days;
  }
}
