package io.duecast.standalone.insight;

import io.duecast.forecast.CashAccuracy;
import io.duecast.forecast.CashForecast;
import io.duecast.forecast.CashStatement;
import io.duecast.forecast.EndedWeek;
import io.duecast.forecast.ForecastWeek;
import io.duecast.money.Money;
import io.duecast.standalone.insight.Output.Format;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what cash is to come, and how good such forecasts were. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what cash is to come in the thirteen weeks from a Monday, with a band that holds"
          + " four times in five, and how good the forecasts were that are over.",
      "Only what was open on that Monday is in it; what will be sold later brings cash too."
    },
    footer = {
      "",
      "Examples:",
      "  duecast forecast",
      "  duecast forecast --as-of 2026-03-31 --currency EUR",
      "  duecast forecast --show accuracy --format csv"
    })
public final class ForecastCommand implements Callable<Integer> {
  /** What is shown. */
  enum Show {
    WEEKS,
    ACCURACY
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(names = "--currency", paramLabel = "CODE", description = "Only this currency.")
  @Nullable String currency;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As it was said on the last Monday up to this day. Default: the latest.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description = "weeks or accuracy. Default: both in a table, else the weeks.")
  @Nullable Show show;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json (one object on each line), or csv. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  public ForecastCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      NavigableMap<String, NavigableMap<LocalDate, CashStatement>> known =
          CashForecasts.read(connection, currency).upTo(asOf);
      if (format == Format.TABLE) {
        known.values().forEach(this::print);
      } else {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        known.forEach(
            (code, its) -> {
              if (show == Show.ACCURACY) {
                rows.add(row(code, its.lastKey(), accuracy(its)));
              } else {
                rows.addAll(rows(code, its.lastEntry().getValue()));
              }
            });
        Output.print(console, format, rows);
      }
      return 0;
    }
  }

  private static CashAccuracy accuracy(NavigableMap<LocalDate, CashStatement> its) {
    CashAccuracy accuracy = CashAccuracy.NONE;
    for (CashStatement statement : its.values()) {
      for (EndedWeek week : statement.ended()) {
        accuracy = accuracy.after(week);
      }
    }
    return accuracy;
  }

  private void print(NavigableMap<LocalDate, CashStatement> its) {
    CashStatement last = its.lastEntry().getValue();
    CashForecast forecast = last.forecast();
    console.print(
        "%s from %s: %s open", forecast.open().currency(), forecast.asOf(), money(forecast.open()));
    console.print("");
    if (show != Show.ACCURACY) {
      TextTable table =
          new TextTable(List.of("week", "expected", "P10", "P50", "P90", "by due date"));
      for (int week = 0; week < forecast.weeks().size(); week++) {
        ForecastWeek it = forecast.weeks().get(week);
        table.row(
            List.of(
                it.from().toString(),
                money(it.expected()),
                money(it.p10()),
                money(it.p50()),
                money(it.p90()),
                money(last.dueDate().get(week))));
      }
      table.row(List.of("later", money(forecast.later()), "", "", "", ""));
      table.lines().forEach(line -> console.print("%s", line));
      console.print("");
      console.print(
          "Liquidity reserve: of what falls due in these weeks, up to %s comes late, nine times in"
              + " ten.",
          money(forecast.liquidityReserve()));
    }
    if (show != Show.WEEKS) {
      print(accuracy(its));
    }
    console.print("");
  }

  private void print(CashAccuracy accuracy) {
    if (accuracy.weeks() == 0) {
      console.print("No forecast is over yet.");
      return;
    }
    console.print(
        "So far: %d forecasts of a week are over. Error of what came: %s; by due date %s, by the"
            + " customer's delay %s. The band held %s.",
        accuracy.weeks(),
        Amounts.percent(accuracy.wape()),
        Amounts.percent(accuracy.wapeByDueDate()),
        Amounts.percent(accuracy.wapeByDelay()),
        Amounts.percent(accuracy.coverage()));
  }

  private static List<Map<String, @Nullable Object>> rows(String currency, CashStatement it) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int week = 0; week < it.forecast().weeks().size(); week++) {
      ForecastWeek each = it.forecast().weeks().get(week);
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("currency", currency);
      row.put("as_of", it.forecast().asOf());
      row.put("week", each.from());
      row.put("expected", each.expected().amount());
      row.put("p10", each.p10().amount());
      row.put("p50", each.p50().amount());
      row.put("p90", each.p90().amount());
      row.put("by_due_date", it.dueDate().get(week).amount());
      row.put("by_customer_delay", it.customerDelay().get(week).amount());
      row.put("later", it.forecast().later().amount());
      row.put("open", it.forecast().open().amount());
      row.put("liquidity_reserve", it.forecast().liquidityReserve().amount());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, @Nullable Object> row(
      String currency, LocalDate monday, CashAccuracy accuracy) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("currency", currency);
    row.put("as_of", monday);
    row.put("forecasts", accuracy.weeks());
    row.put("came", accuracy.came());
    row.put("wape", accuracy.wape());
    row.put("wape_by_due_date", accuracy.wapeByDueDate());
    row.put("wape_by_customer_delay", accuracy.wapeByDelay());
    row.put("band_held", accuracy.coverage());
    return row;
  }

  private static String money(Money money) {
    return Amounts.money(money.amount());
  }
}
