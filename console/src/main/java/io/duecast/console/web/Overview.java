package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.TEXT;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Kpi;
import io.duecast.insight.KpiPeriod;
import io.duecast.insight.PortfolioDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The state of the receivables in one currency: the figures of {@link Kpi} up to the last day that
 * ended, and what is open now by risk and by when it is expected.
 */
final class Overview {
  private static final List<Column> CURRENCIES =
      List.of(
          column("currency", "currency", TEXT),
          column("invoices", "count(*)", COUNT),
          column("open", "sum(balance)", MONEY),
          column("overdue", "sum(balance) filter (where due_on < t.day)", MONEY),
          column("expectedLate", "sum(expected_late)", MONEY));
  private static final List<Column> BANDS =
      List.of(
          column("band", "coalesce(band, 'UNKNOWN')", TEXT),
          column("invoices", "count(*)", COUNT),
          column("open", "sum(balance)", MONEY),
          column("expectedLate", "sum(expected_late)", MONEY));
  private static final List<Column> WEEKS =
      List.of(
          column("week", "date_trunc('week', greatest(expected_on, t.day))::date", DAY),
          column("invoices", "count(*)", COUNT),
          column("expected", "sum(balance)", MONEY));
  private static final List<Column> CHANGED =
      List.of(column("kind", "kind", TEXT), column("count", "count(*)", COUNT));

  private Overview() {}

  /** What may be chosen of it. */
  record Choice(
      @Nullable String currency,
      @Nullable String entity,
      @Nullable String segment,
      @Nullable LocalDate asOf,
      int days) {}

  static Map<String, @Nullable Object> of(Handle handle, Choice choice) {
    List<Map<String, @Nullable Object>> currencies =
        Details.rows(
            handle,
            CURRENCIES,
            "invoices cross join today t where status = 'OPEN' and currency is not null group by"
                + " currency order by count(*) desc, currency");
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("today", handle.select("select day::text from today").mapTo(String.class).one());
    all.put("currencies", currencies);
    String currency = choice.currency();
    if (currency == null && !currencies.isEmpty()) {
      currency = (String) currencies.getFirst().get("currency");
    }
    all.put("currency", currency);
    if (currency != null) {
      add(handle, choice, currency, all);
    }
    return all;
  }

  private static void add(
      Handle handle, Choice choice, String currency, Map<String, @Nullable Object> all) {
    NavigableMap<LocalDate, PortfolioDay> history =
        PortfolioPeriod.history(handle, currency, choice.entity(), choice.segment());
    KpiPeriod period = PortfolioPeriod.of(history, choice.asOf(), choice.days());
    all.put("asOf", period == null ? null : period.closing().day().toString());
    all.put("days", period == null ? 0 : period.days());
    all.put("figures", period == null ? List.of() : figures(period));
    all.put("ageing", period == null ? List.of() : ageing(period.closing()));
    all.put("history", period == null ? List.of() : history(history, period));
    all.put(
        "bands",
        Details.rows(
            handle, BANDS, "invoices where status = 'OPEN' and currency = ? group by 1", currency));
    all.put(
        "weeks",
        Details.rows(
            handle,
            WEEKS,
            "invoices cross join today t where status = 'OPEN' and currency = ? and expected_on is"
                + " not null group by 1 order by 1 limit 14",
            currency));
    all.put(
        "changed",
        Details.rows(
            handle,
            CHANGED,
            "invoice_events cross join today t where recorded_at >= t.day::timestamp at time zone"
                + " 'UTC' group by kind order by count(*) desc, kind"));
  }

  private static List<Map<String, @Nullable Object>> figures(KpiPeriod period) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Kpi kpi : Kpi.values()) {
      Kpi.Quotient quotient = kpi.of(period);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("figure", kpi.name());
      one.put("title", kpi.title());
      one.put("unit", kpi.unit().name());
      one.put("value", quotient == null ? null : quotient.value().toPlainString());
      one.put("numerator", quotient == null ? null : quotient.numerator().toPlainString());
      one.put("denominator", quotient == null ? null : quotient.denominator().toPlainString());
      one.put("formula", kpi.formula());
      all.add(one);
    }
    return all;
  }

  private static List<Map<String, @Nullable Object>> ageing(PortfolioDay day) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("bucket", bucket.title());
      one.put("invoices", day.open().get(bucket.place()).invoices());
      one.put("amount", Values.money(day.open(bucket)));
      all.add(one);
    }
    return all;
  }

  private static List<Map<String, @Nullable Object>> history(
      NavigableMap<LocalDate, PortfolioDay> history, KpiPeriod period) {
    LocalDate last = period.closing().day();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (PortfolioDay day :
        history.subMap(last.minusDays(period.days() - 1L), true, last, true).values()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("day", day.day().toString());
      one.put("receivables", Values.money(day.receivables()));
      one.put("overdue", Values.money(day.overdue()));
      one.put("billed", Values.money(day.turnover().billed()));
      one.put("cash", Values.money(day.turnover().cash()));
      all.add(one);
    }
    return all;
  }
}
