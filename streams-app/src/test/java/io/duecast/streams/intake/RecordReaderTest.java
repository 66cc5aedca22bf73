package io.duecast.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.calendar.DayOpened;
import io.duecast.check.RejectReason;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.RegistryUnavailableException;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final NamedTopics TOPICS = Topics.named("");
  private static final DayOpened DAY = new DayOpened(LocalDate.of(2026, 3, 2), false);

  private record Place(String topic, int partition, long offset) implements RecordMetadata {}

  private final WireSerdes registry = registry("reader");
  private final byte[] writtenElsewhere = bytes(registry("elsewhere"));

  @Test
  void aSchemaThatARegistryDoesNotKnowYetIsWaitedFor() {
    RecordReader reader = reader(new Patience(3, Duration.ZERO, Duration.ofHours(1)));

    assertThatThrownBy(() -> read(reader))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("knows no schema");

    bytes(registry); // it has read its storage
    assertThat(read(reader)).isEqualTo(new Incoming.Value(DAY));
  }

  @Test
  void whatIsStillUnknownAfterwardsIsRefused() {
    RecordReader reader = reader(new Patience(1_000, Duration.ofMillis(1), Duration.ofMillis(50)));

    assertThat(read(reader))
        .isInstanceOfSatisfying(
            Incoming.Refused.class,
            it -> assertThat(it.letter().reason()).isEqualTo(RejectReason.UNKNOWN_SCHEMA));
  }

  private RecordReader reader(Patience patience) {
    return new RecordReader(
        TOPICS, List.of(Topics.BUSINESS_DAYS), registry, patience, FlowWatch.NONE);
  }

  private Incoming read(RecordReader reader) {
    byte[] key = DAY.date().toString().getBytes(StandardCharsets.UTF_8);
    return reader.read(
        new Record<>(key, writtenElsewhere, 0), new Place(TOPICS.name(Topics.BUSINESS_DAYS), 0, 0));
  }

  private static WireSerdes registry(String scope) {
    return new WireSerdes(Map.of("schema.registry.url", "mock://record-reader-" + scope));
  }

  private static byte[] bytes(WireSerdes serdes) {
    return serdes
        .serializer(Topics.BUSINESS_DAYS)
        .serialize(TOPICS.name(Topics.BUSINESS_DAYS), DAY);
  }
}
