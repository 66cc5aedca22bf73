package io.duecast.streams.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.forecast.CashBook;
import io.duecast.forecast.CashDesk;
import io.duecast.forecast.CashPart;
import io.duecast.forecast.CashStatement;
import io.duecast.forecast.ForecastWeeks;
import io.duecast.forecast.InMemoryCashFiles;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.ledger.Golden;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow, against the desk without Kafka. */
class ForecastFlowTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(11).withCustomers(20).withDays(150);

  @TempDir Path ledgerDir;
  @TempDir Path stateDir;

  @Test
  void whatTheFlowSaysIsWhatTheDeskSaysWeekByWeek() {
    List<CashStatement> expected = new ArrayList<>();
    List<CashStatement> said = new ArrayList<>();
    CashDesk desk =
        new CashDesk(new InMemoryCashFiles(), ZoneOffset.UTC, LabelPolicy.DEFAULT.graceDays());
    Map<String, CashBook> books = new TreeMap<>();
    try (SimulatedBooks economy = new SimulatedBooks(ledgerDir, ECONOMY);
        DrivenFlow flow = flow(economy.serdes(), 1)) {
      while (economy.hasNext()) {
        economy.next();
        for (Record line : economy.read(Topics.RECEIVABLES)) {
          Instant at = DrivenFlow.at(line);
          flow.send(Topics.RECEIVABLES, line, at);
          if (line instanceof ReceivableChanged changed) {
            desk.after(changed);
          } else if (line instanceof DayOpened day) {
            desk.after(day).values().forEach(parts -> keep(books, parts, at, day, expected));
          }
        }
        for (RiskAssessed risk : economy.read(Topics.INVOICE_RISK)) {
          flow.send(Topics.INVOICE_RISK, risk, risk.recordedAt());
          desk.after(risk);
        }
        said.addAll(flow.read(Topics.CASH_FORECASTS));
      }
    }
    assertThat(said).isEqualTo(expected).hasSizeGreaterThan(20);
    assertThat(said)
        .filteredOn(it -> it.forecast().open().currency().getCurrencyCode().equals("EUR"))
        .last()
        .satisfies(
            it -> {
              assertThat(it.ended()).hasSize(ForecastWeeks.QUARTER);
              assertThat(it.forecast().open().isPositive()).isTrue();
              assertThat(it.forecast().liquidityReserve().isPositive()).isTrue();
            });
    assertThat(said).anySatisfy(it -> assertThat(it.ended()).anyMatch(w -> !w.came().isZero()));
  }

  private static void keep(
      Map<String, CashBook> books,
      List<CashPart> parts,
      Instant at,
      DayOpened day,
      List<CashStatement> into) {
    for (CashPart part : parts) {
      String code = part.outlook().open().currency().getCurrencyCode();
      CashBook book = books.getOrDefault(code, CashBook.NEW).after(part, at, day.replayed());
      books.put(code, book);
      into.add(book.latest());
    }
  }

  @Test
  void aWeekIsToldWhenAllPartitionsHaveComeToItAndThenOnce() {
    List<CashPart> half = new ArrayList<>();
    try (SimulatedBooks economy = new SimulatedBooks(ledgerDir, ECONOMY);
        DrivenFlow flow = flow(economy.serdes(), 2)) {
      CashDesk desk =
          new CashDesk(new InMemoryCashFiles(), ZoneOffset.UTC, LabelPolicy.DEFAULT.graceDays());
      while (half.isEmpty()) {
        economy.next();
        for (RiskAssessed risk : economy.read(Topics.INVOICE_RISK)) {
          flow.send(Topics.INVOICE_RISK, risk, risk.recordedAt());
          desk.after(risk);
        }
        for (Record line : economy.read(Topics.RECEIVABLES)) {
          flow.send(Topics.RECEIVABLES, line, DrivenFlow.at(line));
          if (line instanceof ReceivableChanged changed) {
            desk.after(changed);
          } else if (line instanceof DayOpened day) {
            desk.after(day).values().forEach(half::addAll);
          }
        }
      }
      assertThat(flow.read(Topics.CASH_FORECASTS)).as("before the other partition").isEmpty();
      LocalDate monday = half.getFirst().monday();
      flow.tell(
          "forecast-cash-parts-repartition",
          StateSerde.of(PartOfForecast.class).serializer(),
          new PartOfForecast(1, monday, false, half),
          economy.startOf(monday));

      List<CashStatement> whole = flow.read(Topics.CASH_FORECASTS);
      assertThat(whole).hasSameSizeAs(half);
      for (int i = 0; i < half.size(); i++) {
        Money once = half.get(i).outlook().open();
        assertThat(whole.get(i).forecast().open()).isEqualTo(once.plus(once));
        assertThat(once.isPositive()).isTrue();
      }
    }
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheRestGoesOn() {
    try (DrivenFlow flow = flow(serdes(), 1)) {
      flow.sendBytes(Topics.RECEIVABLES, new byte[] {9, 9}, Instant.EPOCH);
      flow.sendBytes(Topics.INVOICE_RISK, new byte[] {7}, Instant.EPOCH);

      assertThat(flow.read(Topics.DEAD_LETTERS)).hasSize(2);
    }
  }

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    Golden.of("forecast-topology.txt", "ForecastFlowTest").check(topology(serdes(), 1));
  }

  private static WireSerdes serdes() {
    return new WireSerdes(Map.of("schema.registry.url", "mock://forecast"));
  }

  private DrivenFlow flow(WireSerdes serdes, int partitions) {
    return new DrivenFlow(topology(serdes, partitions), config(), serdes);
  }

  private Topology topology(WireSerdes serdes, int partitions) {
    ForecastFlow flow =
        new ForecastFlow(
            FlowEnds.unwatched(Topics.named(""), serdes), LedgerSettings.DEFAULT, partitions);
    return FlowRunner.topology(flow::build, config());
  }

  private Properties config() {
    return DrivenFlow.config("forecast", stateDir);
  }
}
