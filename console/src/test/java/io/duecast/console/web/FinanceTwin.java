package io.duecast.console.web;

import io.duecast.console.SimulatedBook.Written;
import io.duecast.forecast.CashAccuracy;
import io.duecast.forecast.CashStatement;
import io.duecast.forecast.EndedWeek;
import io.duecast.forecast.ForecastWeek;
import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.reserve.ReserveCell;
import io.duecast.reserve.ReserveMovement;
import io.duecast.reserve.ReservePosition;
import io.duecast.segment.CustomerSegmented;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reserves, forecasts and segments of some records: slow, obvious, and without a database. */
final class FinanceTwin {
  private final List<ReservePosition> positions = new ArrayList<>();
  private final List<CashStatement> statements = new ArrayList<>();
  private final Map<String, CustomerSegmented> placed = new HashMap<>();

  static FinanceTwin of(List<Written> records) {
    FinanceTwin twin = new FinanceTwin();
    for (Written record : records) {
      switch (record.value()) {
        case ReservePosition it -> twin.positions.add(it);
        case CashStatement it -> twin.statements.add(it);
        case CustomerSegmented it -> twin.placed.put(it.customer().value(), it);
        default -> {}
      }
    }
    return twin;
  }

  /** Cells, movement and history of a currency up to its last day. */
  List<String> reserves(String currency, int days) {
    List<ReservePosition> its =
        positions.stream().filter(it -> it.group().currency().equals(currency)).toList();
    LocalDate last = its.stream().map(ReservePosition::day).max(LocalDate::compareTo).orElseThrow();
    List<String> lines = new ArrayList<>();
    Map<Group, ReserveMovement> movements = new HashMap<>();
    Map<LocalDate, BigDecimal> history = new TreeMap<>();
    for (ReservePosition it : its) {
      if (it.day().isBefore(last.minusDays(days - 1L))) {
        continue;
      }
      movements.merge(it.group(), it.movement(), ReserveMovement::then);
      history.merge(it.day(), it.closing(), BigDecimal::add);
      if (it.day().equals(last)) {
        for (AgingBucket bucket : AgingBucket.values()) {
          ReserveCell cell = it.cell(bucket);
          lines.add(
              "%s/%s/%d %s %s"
                  .formatted(
                      it.group().entity(),
                      it.group().segment(),
                      bucket.place() + 1,
                      Values.money(cell.exposure()),
                      Values.money(cell.reserve())));
        }
      }
    }
    ReserveMovement all = movements.values().stream().reduce(ReserveMovement::beside).orElseThrow();
    lines.add(
        "%s %s %s %s %s"
            .formatted(
                Values.money(all.opening()),
                Values.money(all.receivables()),
                Values.money(all.rates()),
                Values.money(all.used()),
                Values.money(all.closing())));
    history.forEach((day, reserve) -> lines.add(day + " " + Values.money(reserve)));
    return lines.stream().sorted().toList();
  }

  /** The latest forecast of a currency, and what came in the weeks before it. */
  List<String> cash(String currency) {
    List<CashStatement> its =
        statements.stream()
            .filter(it -> it.forecast().open().currency().getCurrencyCode().equals(currency))
            .toList();
    List<String> lines = new ArrayList<>();
    CashStatement last = its.getLast();
    for (ForecastWeek week : last.forecast().weeks()) {
      lines.add(
          "%s %s %s %s"
              .formatted(
                  week.from(),
                  Values.money(week.expected().amount()),
                  Values.money(week.p10().amount()),
                  Values.money(week.p90().amount())));
    }
    for (CashStatement statement : its) {
      for (EndedWeek week : statement.ended()) {
        if (week.away() == 0) {
          lines.add("%s came %s".formatted(week.said().from(), Values.money(week.came().amount())));
        }
      }
    }
    return lines;
  }

  /** How good all forecasts of a currency were. */
  CashAccuracy accuracy(String currency) {
    CashAccuracy accuracy = CashAccuracy.NONE;
    for (CashStatement statement : statements) {
      if (statement.forecast().open().currency().getCurrencyCode().equals(currency)) {
        for (EndedWeek week : statement.ended()) {
          accuracy = accuracy.after(week);
        }
      }
    }
    return accuracy;
  }

  /** How many customers are in each segment. */
  Map<String, Integer> segments() {
    Map<String, Integer> counts = new TreeMap<>();
    placed.values().forEach(it -> counts.merge(it.segment().name(), 1, Integer::sum));
    return counts;
  }
}
