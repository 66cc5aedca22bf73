package io.duecast.standalone.insight;

import io.duecast.insight.Group;
import io.duecast.reserve.InvoiceReserve;
import io.duecast.reserve.InvoiceReserves;
import io.duecast.reserve.ReserveMovement;
import io.duecast.reserve.ReservePosition;
import io.duecast.standalone.insight.Output.Format;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what of the receivables is not expected to come in. */
@Command(
    name = "reserves",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the reserve for credit losses at the end of a day: the provision matrix, and how the"
          + " reserve came there from the day before the period. The rates are the company's own"
          + " losses; the probability of a late payment has no part in them.",
      "A day is as it was known when it ended."
    },
    footer = {
      "",
      "Examples:",
      "  duecast reserves",
      "  duecast reserves --as-of 2026-03-31 --period 31 --by segment",
      "  duecast reserves --show invoices --format csv",
      "  duecast run --set reserves.forward-looking=1.15"
    })
public final class ReservesCommand implements Callable<Integer> {
  /** What is shown. */
  enum Show {
    MATRIX,
    MOVEMENT,
    INVOICES
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Mixin Grouping grouping = new Grouping();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The end of this day. Default: the latest that has ended.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--period",
      paramLabel = "DAYS",
      description = "The movement of so many days up to that one. Default: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  int period;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "matrix, movement, or invoices: what is reserved for each. Default: matrix and movement"
              + " in a table, else the matrix.")
  @Nullable Show show;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json (one object on each line), or csv. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  public ReservesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (period < 1) {
      throw new CommandFailure("--period %d: at least one day", period);
    }
    try (Connection connection = Connection.open(platform.read(console))) {
      NavigableMap<LocalDate, List<ReservePosition>> days = Reserves.read(connection);
      LocalDate day = Reserves.day(days, asOf);
      List<ReservePosition> today =
          days.getOrDefault(day, List.of()).stream()
              .filter(it -> grouping.takes(it.group()))
              .toList();
      if (today.isEmpty()) {
        throw new CommandFailure("no receivables of that kind are known on %s", day);
      }
      if (show == Show.INVOICES) {
        List<ReservePosition> all = days.getOrDefault(day, List.of());
        showInvoices(
            day,
            InvoiceReserves.of(all, Reserves.openItems(connection, day)).stream()
                .filter(it -> grouping.takes(it.item().group()))
                .toList());
        return 0;
      }
      showGroups(day, today, movements(days.subMap(day.minusDays(period - 1L), true, day, true)));
      return 0;
    }
  }

  private void showInvoices(LocalDate day, List<InvoiceReserve> reserves) {
    if (format == Format.TABLE) {
      ReserveRows.table(reserves).lines().forEach(line -> console.print("%s", line));
    } else {
      Output.print(console, format, reserves.stream().map(it -> ReserveRows.of(day, it)).toList());
    }
  }

  private void showGroups(
      LocalDate day, List<ReservePosition> today, SortedMap<Group, ReserveMovement> movements) {
    SortedMap<Group, ProvisionMatrix> matrices = new TreeMap<>();
    for (ReservePosition position : today) {
      matrices
          .computeIfAbsent(grouping.of(position.group()), it -> new ProvisionMatrix())
          .add(position);
    }
    if (format != Format.TABLE) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      if (show == Show.MOVEMENT) {
        movements.forEach(
            (group, movement) -> rows.add(ReserveRows.of(day, period, group, movement)));
      } else {
        matrices.forEach((group, matrix) -> matrix.rows(day, group, rows));
      }
      Output.print(console, format, rows);
      return;
    }
    matrices.forEach(
        (group, matrix) -> {
          console.print("%s, end of %s", Amounts.name(group), day);
          console.print("");
          if (show != Show.MOVEMENT) {
            matrix.table().lines().forEach(line -> console.print("%s", line));
            console.print("");
          }
          ReserveMovement movement = movements.get(group);
          if (show != Show.MATRIX && movement != null) {
            table(movement).lines().forEach(line -> console.print("%s", line));
            console.print("");
          }
        });
    ReservePosition any = today.getFirst();
    console.print(
        "The rates rest on %d days of the company's own losses; forward-looking factor %s.",
        any.observedDays(), any.forwardLooking().stripTrailingZeros().toPlainString());
  }

  /** Over the period, each group by itself and then together. */
  private SortedMap<Group, ReserveMovement> movements(
      SortedMap<LocalDate, List<ReservePosition>> days) {
    SortedMap<Group, ReserveMovement> one = new TreeMap<>();
    days.values()
        .forEach(
            told ->
                told.forEach(it -> one.merge(it.group(), it.movement(), ReserveMovement::then)));
    SortedMap<Group, ReserveMovement> together = new TreeMap<>();
    one.forEach(
        (group, movement) -> {
          if (grouping.takes(group)) {
            together.merge(grouping.of(group), movement, ReserveMovement::beside);
          }
        });
    return together;
  }

  private TextTable table(ReserveMovement movement) {
    TextTable table = new TextTable(List.of("movement in " + period + " days", "reserve"));
    table.row(List.of("opening", Amounts.money(movement.opening())));
    table.row(List.of("other receivables", Amounts.money(movement.receivables())));
    table.row(List.of("other rates", Amounts.money(movement.rates())));
    table.row(List.of("used by write-offs", Amounts.money(movement.used().negate())));
    table.row(List.of("closing", Amounts.money(movement.closing())));
    return table;
  }
}
