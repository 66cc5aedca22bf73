package io.duecast.standalone.insight;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.insight.Kpi;
import io.duecast.insight.KpiPeriod;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.PortfolioHistory;
import io.duecast.standalone.insight.Output.Format;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what receivables are steered by. */
@Command(
    name = "kpis",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is owed at the end of a day, by age, and the figures that receivables are steered"
          + " by: DSO and its parts, collection effectiveness, how late customers pay, and more;"
          + " each with what it was computed of.",
      "A day is as it was known when it ended: what is learned later counts on its own day."
    },
    footer = {
      "",
      "Examples:",
      "  duecast kpis",
      "  duecast kpis --as-of 2026-03-31 --period 30 --by segment",
      "  duecast kpis --currency EUR --format csv"
    })
public final class KpisCommand implements Callable<Integer> {
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
      description = "So many days up to that one. Default: ${DEFAULT-VALUE}.",
      defaultValue = "90")
  int period;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json (one object on each line), or csv. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  public KpisCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (period < 1) {
      throw new CommandFailure("--period %d: at least one day", period);
    }
    try (Connection connection = Connection.open(platform.read(console))) {
      PortfolioHistory history = Portfolio.read(connection);
      LocalDate day = Portfolio.day(history, asOf);
      SortedMap<Group, KpiPeriod> periods = periods(history, day);
      if (periods.isEmpty()) {
        throw new CommandFailure("no receivables of that kind are known up to %s", day);
      }
      if (format == Format.TABLE) {
        periods.forEach(this::show);
      } else {
        Output.print(console, format, rows(periods));
      }
      return 0;
    }
  }

  private SortedMap<Group, KpiPeriod> periods(PortfolioHistory history, LocalDate day) {
    SortedMap<Group, KpiPeriod> periods = new TreeMap<>();
    history
        .by(grouping::of)
        .forEach(
            (group, days) -> {
              if (grouping.takes(group) && !days.firstKey().isAfter(day)) {
                periods.put(group, KpiPeriod.of(days, day, period));
              }
            });
    return periods;
  }

  private void show(Group group, KpiPeriod of) {
    PortfolioDay day = of.closing();
    console.print("%s, end of %s, %d days", Amounts.name(group), day.day(), of.days());
    console.print("");
    TextTable aging = new TextTable(List.of("past due", "invoices", "open"));
    for (AgingBucket bucket : AgingBucket.values()) {
      aging.row(
          List.of(
              bucket.title(),
              String.format(Locale.ROOT, "%,d", day.open().get(bucket.place()).invoices()),
              Amounts.money(day.open(bucket))));
    }
    aging.row(
        List.of(
            "together",
            String.format(Locale.ROOT, "%,d", day.invoices()),
            Amounts.money(day.receivables())));
    aging.lines().forEach(line -> console.print("%s", line));
    console.print("");
    TextTable table = new TextTable(List.of("figure", "value", "unit", "computed of", "formula"));
    for (Kpi kpi : Kpi.values()) {
      Kpi.Quotient quotient = kpi.of(of);
      table.row(
          List.of(
              kpi.title(),
              quotient == null ? "-" : shown(kpi, quotient),
              kpi.unit() == Kpi.Unit.DAYS ? "days" : "%",
              quotient == null
                  ? ""
                  : Amounts.money(quotient.numerator())
                      + " / "
                      + Amounts.money(quotient.denominator()),
              kpi.formula()));
    }
    table.lines().forEach(line -> console.print("%s", line));
    console.print("");
  }

  private static String shown(Kpi kpi, Kpi.Quotient quotient) {
    BigDecimal value =
        kpi.unit() == Kpi.Unit.PERCENT ? quotient.value().movePointRight(2) : quotient.value();
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  private static List<Map<String, @Nullable Object>> rows(SortedMap<Group, KpiPeriod> periods) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    periods.forEach(
        (group, of) -> {
          for (Kpi kpi : Kpi.values()) {
            Kpi.Quotient quotient = kpi.of(of);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("as_of", of.closing().day());
            row.put("days", of.days());
            row.put("currency", group.currency());
            row.put("entity", group.entity());
            row.put("segment", group.segment());
            row.put("kpi", kpi.name().toLowerCase(Locale.ROOT));
            row.put("value", quotient == null ? null : quotient.value());
            row.put("numerator", quotient == null ? null : quotient.numerator());
            row.put("denominator", quotient == null ? null : quotient.denominator());
            rows.add(row);
          }
        });
    return rows;
  }
}
