package io.duecast.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duecast.calendar.DayOpened;
import io.duecast.health.HealthTally;
import io.duecast.health.HealthWindow;
import io.duecast.health.ModelHealth;
import io.duecast.health.MonthPart;
import io.duecast.health.References;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringFlowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  @TempDir Path stateDir;

  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));

  @Test
  void aDayIsToldWhenTheLastPartitionHasComeToIt() {
    try (MonitoringRig rig = new MonitoringRig(stateDir, serdes, References.NONE, 2)) {
      rig.tell(day(0, DAY, "m"));
      rig.tell(day(0, DAY.plusDays(1), "m"));
      assertThat(rig.read(Topics.MODEL_HEALTH)).isEmpty();

      rig.tell(day(1, DAY));
      assertThat(rig.read(Topics.MODEL_HEALTH))
          .extracting(ModelHealth::window, ModelHealth::asOf)
          .containsExactly(
              tuple(HealthWindow.LAST_30_DAYS, DAY),
              tuple(HealthWindow.LAST_90_DAYS, DAY),
              tuple("2026-03", DAY));

      rig.tell(day(1, DAY.plusDays(1), "other"));
      assertThat(rig.read(Topics.MODEL_HEALTH))
          .extracting(ModelHealth::modelId)
          .containsExactly("m", "m", "m", "other", "other", "other");
    }
  }

  @Test
  void aDayOnWhichNothingHappenedSaysNothing() {
    try (MonitoringRig rig = new MonitoringRig(stateDir, serdes, References.NONE, 1)) {
      rig.send(Topics.LABELLED_INVOICES, DAY.toString(), dayOpened(DAY), start(DAY));

      assertThat(rig.read(Topics.MODEL_HEALTH)).isEmpty();
    }
  }

  @Test
  void whatIsNoRecordIsADeadLetterAndTheFlowGoesOn() {
    try (MonitoringRig rig = new MonitoringRig(stateDir, serdes, References.NONE, 1)) {
      rig.sendBytes(
          Topics.LABELLED_INVOICES, "no label".getBytes(StandardCharsets.UTF_8), start(DAY));
      rig.sendBytes(Topics.INVOICE_RISK, new byte[0], start(DAY));
      rig.tell(day(0, DAY, "m"));

      assertThat(rig.read(Topics.DEAD_LETTERS))
          .extracting(DeadLetter::sourceTopic)
          .containsExactly("labelled-invoices", "invoice-risk");
      assertThat(rig.read(Topics.MODEL_HEALTH)).hasSize(3);
    }
  }

  private static DayTally day(int partition, LocalDate day, String... models) {
    return new DayTally(
        partition,
        day,
        start(day),
        false,
        List.of(models).stream()
            .map(it -> new PartTally(it, MonthPart.of(day), HealthTally.NONE))
            .toList());
  }

  private static DayOpened dayOpened(LocalDate day) {
    return new DayOpened(day, false);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
