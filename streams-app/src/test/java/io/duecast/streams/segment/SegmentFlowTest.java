package io.duecast.streams.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.InMemorySegmentFiles;
import io.duecast.segment.InMemoryTrendBooks;
import io.duecast.segment.RiskSegment;
import io.duecast.segment.SegmentCount;
import io.duecast.segment.SegmentDesk;
import io.duecast.segment.SegmentFinding;
import io.duecast.segment.SegmentRules;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.SegmentWeek;
import io.duecast.segment.TrendDesk;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow, against the desk without Kafka, and against itself. */
class SegmentFlowTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(11).withCustomers(25).withDays(300);
  private static final List<Topic<?>> OUTPUTS =
      List.of(Topics.CUSTOMER_SEGMENTS, Topics.CUSTOMER_OUTLIERS, Topics.SEGMENT_TRENDS);

  private static final List<Record> LINES = new ArrayList<>();
  private static final List<RiskAssessed> RISKS = new ArrayList<>();

  /** In the order in which they were written. */
  private static final List<Record> BOTH = new ArrayList<>();

  @TempDir Path dir;

  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://segment-flow"));

  @BeforeAll
  static void simulate(@TempDir Path ledger) {
    try (SimulatedBooks books = new SimulatedBooks(ledger, ECONOMY)) {
      while (books.hasNext()) {
        books.next();
        List<Record> read = books.read(Topics.RECEIVABLES);
        List<RiskAssessed> assessed = books.read(Topics.INVOICE_RISK);
        LINES.addAll(read);
        RISKS.addAll(assessed);
        BOTH.addAll(read);
        BOTH.addAll(assessed);
      }
    }
  }

  @Test
  void whatTheFlowTellsIsWhatTheDeskFinds() {
    InMemorySegmentFiles files = new InMemorySegmentFiles();
    SegmentDesk desk =
        new SegmentDesk(files, files, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
    TrendDesk trends = new TrendDesk(new InMemoryTrendBooks(), SegmentRules.DEFAULT);
    List<Record> expected = new ArrayList<>();
    List<Record> told = new ArrayList<>();
    try (SegmentFlowRig rig = new SegmentFlowRig(dir.resolve("flow"), serdes, 1)) {
      for (Record each : BOTH) {
        for (SegmentFinding found : found(desk, each)) {
          switch (found) {
            case CustomerSegmented it -> expected.add(it);
            case CustomerOutlier it -> expected.add(it);
            case SegmentWeek it -> expected.addAll(trends.after(it));
          }
        }
        send(rig, each);
      }
      OUTPUTS.forEach(it -> told.addAll(records(rig.read(it))));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(told).filteredOn(CustomerSegmented.class::isInstance).hasSizeGreaterThan(30);
    assertThat(told).filteredOn(CustomerOutlier.class::isInstance).isNotEmpty();
    assertThat(told).filteredOn(SegmentTrend.class::isInstance).hasSizeGreaterThan(40);
    assertThat(told)
        .filteredOn(CustomerSegmented.class::isInstance)
        .extracting(it -> ((CustomerSegmented) it).segment())
        .contains(RiskSegment.NEW, RiskSegment.RELIABLE, RiskSegment.LATE);
  }

  @Test
  void readFromTheBeginningIntoAnEmptyInstallationTheTopicsGiveTheSameByteForByte() {
    Map<Topic<?>, List<String>> served;
    try (SegmentFlowRig rig = new SegmentFlowRig(dir.resolve("served"), serdes, 1)) {
      BOTH.forEach(it -> send(rig, it));
      served = bytes(rig);
    }
    assertThat(served.get(Topics.CUSTOMER_SEGMENTS)).hasSizeGreaterThan(30);
    for (int seed = 1; seed <= 3; seed++) {
      try (SegmentFlowRig rig = new SegmentFlowRig(dir.resolve("replay-" + seed), serdes, 1)) {
        replay(rig, new Random(seed));
        assertThat(bytes(rig)).as("seed %d", seed).isEqualTo(served);
      }
    }
  }

  /** The two topics in the bunches in which a consumer happens to get them. */
  private void replay(SegmentFlowRig rig, Random random) {
    int line = 0;
    int risk = 0;
    while (line < LINES.size() || risk < RISKS.size()) {
      boolean isLine = random.nextBoolean();
      for (int left = random.nextInt(500); left > 0; left--) {
        if (isLine && line < LINES.size()) {
          rig.send(LINES.get(line++));
        } else if (!isLine && risk < RISKS.size()) {
          rig.send(RISKS.get(risk++));
        }
      }
    }
  }

  @Test
  void aWeekIsToldWhenAllPartitionsHaveToldIt() {
    LocalDate monday = LocalDate.of(2026, 3, 2);
    Instant at = Instant.parse("2026-03-09T00:00:00Z");
    SegmentWeek week =
        new SegmentWeek(
            monday, List.of(new SegmentCount(monday, RiskSegment.LATE, 11, 7)), at, false);
    try (SegmentFlowRig rig = new SegmentFlowRig(dir.resolve("flow"), serdes, 2)) {
      rig.tell(0, week);
      assertThat(rig.read(Topics.SEGMENT_TRENDS)).isEmpty();
      rig.tell(1, week);
      rig.tell(1, week);

      SegmentTrend told = rig.read(Topics.SEGMENT_TRENDS).getFirst();
      assertThat(told.judged()).isEqualTo(22);
      assertThat(told.late()).isEqualTo(14);
      assertThat(rig.read(Topics.SEGMENT_TRENDS)).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheRestGoesOn() {
    try (SegmentFlowRig rig = new SegmentFlowRig(dir.resolve("flow"), serdes, 1)) {
      rig.sendBytes(Topics.RECEIVABLES, new byte[] {9, 9}, Instant.EPOCH);
      BOTH.forEach(it -> send(rig, it));

      assertThat(rig.read(Topics.DEAD_LETTERS)).hasSize(1);
      assertThat(rig.read(Topics.CUSTOMER_SEGMENTS)).hasSizeGreaterThan(30);
    }
  }

  private static void send(SegmentFlowRig rig, Record each) {
    if (each instanceof RiskAssessed risk) {
      rig.send(risk);
    } else {
      rig.send(each);
    }
  }

  private static List<SegmentFinding> found(SegmentDesk desk, Record each) {
    return switch (each) {
      case ReceivableChanged it -> desk.after(it);
      case RiskAssessed it -> desk.after(it);
      case DayOpened it -> desk.after(it, DrivenFlow.at(it));
      default -> List.of();
    };
  }

  private static List<Record> records(List<?> values) {
    return values.stream().map(Record.class::cast).toList();
  }

  private static Map<Topic<?>, List<String>> bytes(SegmentFlowRig rig) {
    Map<Topic<?>, List<String>> all = new HashMap<>();
    OUTPUTS.forEach(it -> all.put(it, rig.bytes(it)));
    return all;
  }
}
