package io.duecast.streams.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.insight.Group;
import io.duecast.insight.InMemoryPortfolioBooks;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.PortfolioDesk;
import io.duecast.insight.Turnover;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.reserve.InMemoryReserveBooks;
import io.duecast.reserve.ReserveDesk;
import io.duecast.reserve.ReservePolicy;
import io.duecast.reserve.ReservePosition;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.wire.Topics;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow, against the desk without Kafka. */
class PortfolioFlowTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(11).withCustomers(20).withDays(120);

  @TempDir Path ledgerDir;
  @TempDir Path stateDir;

  @Test
  void whatTheFlowTellsIsWhatTheDeskSaysDayByDay() {
    PortfolioDesk desk =
        new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);
    ReserveDesk reserves = new ReserveDesk(new InMemoryReserveBooks(), ReservePolicy.DEFAULT);
    List<PortfolioDay> expected = new ArrayList<>();
    List<PortfolioDay> told = new ArrayList<>();
    List<ReservePosition> expectedReserves = new ArrayList<>();
    List<ReservePosition> reserved = new ArrayList<>();
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        PortfolioRig rig = new PortfolioRig(stateDir, books.serdes(), 1)) {
      while (books.hasNext()) {
        books.next();
        for (Record line : books.read(Topics.RECEIVABLES)) {
          if (line instanceof ReceivableChanged changed) {
            desk.after(changed);
            rig.send(line, changed.recordedAt());
          } else if (line instanceof DayOpened day) {
            Instant at = books.startOf(day.date());
            List<PortfolioDay> today = desk.after(day, at);
            expected.addAll(today);
            expectedReserves.addAll(reserves.after(today));
            rig.send(line, at);
            told.addAll(rig.read(Topics.PORTFOLIO_DAYS));
            reserved.addAll(rig.read(Topics.RESERVE_POSITIONS));
          }
        }
      }
    }
    assertThat(reserved).isEqualTo(expectedReserves).hasSameSizeAs(told);
    assertThat(told).isEqualTo(expected).hasSizeGreaterThan(100);
    assertThat(told).extracting(it -> it.group().currency()).contains("EUR");
    assertThat(told).anySatisfy(it -> assertThat(it.overdue()).isPositive());
  }

  @Test
  void aDayIsToldWhenAllPartitionsHaveComeToItAndThenOnce() {
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        PortfolioRig rig = new PortfolioRig(stateDir, books.serdes(), 2)) {
      List<PortfolioDay> alone = new ArrayList<>();
      PortfolioDesk desk =
          new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);
      List<DayOpened> days = new ArrayList<>();
      while (books.hasNext() && days.size() < 30) {
        books.next();
        for (Record line : books.read(Topics.RECEIVABLES)) {
          if (line instanceof ReceivableChanged changed) {
            desk.after(changed);
            rig.send(line, changed.recordedAt());
          } else if (line instanceof DayOpened day) {
            Instant at = books.startOf(day.date());
            List<PortfolioDay> half = desk.after(day, at);
            alone.addAll(half);
            rig.send(line, at);
            assertThat(rig.read(Topics.PORTFOLIO_DAYS)).as("before the other partition").isEmpty();
            rig.send(line, at);
            rig.tell(new PartOfDay(1, day.date(), day.replayed(), half), at);
            List<PortfolioDay> whole = rig.read(Topics.PORTFOLIO_DAYS);
            assertThat(whole).extracting(PortfolioDay::group).isEqualTo(groups(half));
            for (int i = 0; i < half.size(); i++) {
              BigDecimal twice = half.get(i).receivables().multiply(BigDecimal.TWO);
              assertThat(whole.get(i).receivables()).isEqualByComparingTo(twice);
            }
            days.add(day);
          }
        }
      }
      assertThat(days).hasSize(30);
      assertThat(alone).isNotEmpty();
    }
  }

  @Test
  void historyThatComesAfterADayOfTheClockIsToldToo() {
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        PortfolioRig rig = new PortfolioRig(stateDir, books.serdes(), 1)) {
      open(rig, books, "2027-03-05", false);
      assertThat(rig.read(Topics.PORTFOLIO_DAYS)).isEmpty();
      ReceivableChanged line = firstOpened(books);
      rig.send(line, line.recordedAt());
      open(rig, books, "2026-03-02", true);
      open(rig, books, "2026-03-03", true);
      open(rig, books, "2026-03-03", true);

      assertThat(rig.read(Topics.PORTFOLIO_DAYS))
          .extracting(it -> it.day().toString())
          .containsExactly("2026-03-01", "2026-03-02");
      open(rig, books, "2027-03-06", false);
      PortfolioDay live = rig.read(Topics.PORTFOLIO_DAYS).getFirst();
      assertThat(live.day()).isEqualTo("2027-03-05");
      assertThat(live.turnover()).isEqualTo(Turnover.NONE);
      assertThat(live.receivables()).isPositive();
    }
  }

  @Test
  void daysThatNobodyOpenedAreToldWithTheNextOne() {
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        PortfolioRig rig = new PortfolioRig(stateDir, books.serdes(), 1)) {
      open(rig, books, "2026-03-06", true);
      ReceivableChanged line = firstOpened(books);
      rig.send(line, line.recordedAt());
      open(rig, books, "2026-03-10", false);

      List<PortfolioDay> told = rig.read(Topics.PORTFOLIO_DAYS);
      assertThat(told)
          .extracting(it -> it.day().toString())
          .containsExactly("2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09");
      assertThat(told.getFirst().turnover().billed()).isPositive();
      assertThat(told.subList(1, 4)).extracting(PortfolioDay::turnover).containsOnly(Turnover.NONE);
      assertThat(told)
          .extracting(PortfolioDay::receivables)
          .hasSize(4)
          .doesNotContain(BigDecimal.ZERO);
    }
  }

  private static void open(PortfolioRig rig, SimulatedBooks books, String date, boolean replayed) {
    DayOpened day = new DayOpened(LocalDate.parse(date), replayed);
    rig.send(day, books.startOf(day.date()));
  }

  private static ReceivableChanged firstOpened(SimulatedBooks books) {
    while (true) {
      books.next();
      for (Record line : books.read(Topics.RECEIVABLES)) {
        if (line instanceof ReceivableChanged changed
            && changed.change() instanceof Change.Opened
            && changed.after().payable() != null) {
          return changed;
        }
      }
    }
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheRestGoesOn() {
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        PortfolioRig rig = new PortfolioRig(stateDir, books.serdes(), 1)) {
      rig.sendBytes(Topics.RECEIVABLES, new byte[] {9, 9}, Instant.parse("2026-01-02T00:00:00Z"));

      assertThat(rig.read(Topics.DEAD_LETTERS)).hasSize(1);
      assertThat(rig.read(Topics.PORTFOLIO_DAYS)).isEmpty();
    }
  }

  private static List<Group> groups(List<PortfolioDay> days) {
    return days.stream().map(PortfolioDay::group).toList();
  }
}
