package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.NUMBER;
import static io.duecast.console.web.Kind.TEXT;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The cash to come in one currency as it was said on a Monday, what came in the weeks before it,
 * and how good all forecasts were that were over by then. The accuracy is that of {@link
 * io.duecast.forecast.CashAccuracy}.
 */
final class CashDetail {
  private static final int WEEKS_BEFORE = 13;
  private static final List<Column> CURRENCIES =
      List.of(column("currency", "f.currency", TEXT), column("open", "f.open", MONEY));
  private static final List<Column> FORECAST =
      List.of(
          column("open", "f.open", MONEY),
          column("later", "f.later", MONEY),
          column("liquidityReserve", "f.liquidity_reserve", MONEY));
  private static final List<Column> WEEKS =
      List.of(
          column("week", "f.week", DAY),
          column("expected", "f.expected", MONEY),
          column("p10", "f.p10", MONEY),
          column("p50", "f.p50", MONEY),
          column("p90", "f.p90", MONEY),
          column("byDueDate", "f.by_due_date", MONEY),
          column("byCustomerDelay", "f.by_customer_delay", MONEY));
  private static final List<Column> CAME = List.of(column("came", "o.came", MONEY));
  private static final List<Column> ACCURACY =
      List.of(
          column("weeks", "count(*)", COUNT),
          column("came", "sum(o.came)", MONEY),
          column("wape", ofCame("sum(abs(f.expected - o.came))"), NUMBER),
          column("wapeByDueDate", ofCame("sum(abs(f.by_due_date - o.came))"), NUMBER),
          column("wapeByCustomerDelay", ofCame("sum(abs(f.by_customer_delay - o.came))"), NUMBER),
          column("bandHeld", "avg((o.came between f.p10 and f.p90)::integer)", NUMBER));

  /** A forecast beside what came of it. */
  private static final String OVER =
      "cash_forecast_weeks f join cash_weeks_over o using (currency, week, away)";

  private CashDetail() {}

  private static String ofCame(String error) {
    return error + " / nullif(greatest(sum(o.came), 0), 0)";
  }

  static Map<String, @Nullable Object> of(Handle handle, Choice choice) {
    List<Map<String, @Nullable Object>> currencies =
        Details.rows(
            handle,
            CURRENCIES,
            "cash_forecasts f where f.as_of = (select max(as_of) from cash_forecasts l where"
                + " l.currency = f.currency) order by f.open desc, f.currency");
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("currencies", currencies);
    String currency = choice.currencyOf(currencies);
    all.put("currency", currency);
    LocalDate monday = currency == null ? null : monday(handle, choice, currency);
    all.put("asOf", monday == null ? null : monday.toString());
    if (currency != null && monday != null) {
      add(handle, currency, monday, all);
    }
    return all;
  }

  private static @Nullable LocalDate monday(Handle handle, Choice choice, String currency) {
    return handle
        .select(
            "select max(as_of) from cash_forecasts where currency = ? and (?::date is null or as_of"
                + " <= ?)",
            currency,
            choice.asOf(),
            choice.asOf())
        .mapTo(LocalDate.class)
        .findOne()
        .orElse(null);
  }

  private static void add(
      Handle handle, String currency, LocalDate monday, Map<String, @Nullable Object> all) {
    all.putAll(
        Details.rows(
                handle,
                FORECAST,
                "cash_forecasts f where f.currency = ? and f.as_of = ?",
                currency,
                monday)
            .getFirst());
    all.put(
        "weeks",
        Details.rows(
            handle,
            WEEKS,
            "cash_forecast_weeks f where f.currency = ? and f.as_of = ? order by f.week",
            currency,
            monday));
    List<Map<String, @Nullable Object>> before =
        Details.rows(
            handle,
            Stream.of(WEEKS, CAME).flatMap(List::stream).toList(),
            OVER
                + " where f.currency = ? and f.away = 0 and f.week < ? order by f.week desc limit "
                + WEEKS_BEFORE,
            currency,
            monday);
    Collections.reverse(before);
    all.put("before", before);
    all.put(
        "accuracy",
        Details.rows(
                handle, ACCURACY, OVER + " where f.currency = ? and f.week < ?", currency, monday)
            .getFirst());
  }
}
