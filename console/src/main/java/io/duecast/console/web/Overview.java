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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The state of the receivables in one currency: the figures of {@link Kpi} up to the last day that
 * ended, and what is open now by risk and by when it is expected; all of it of the same entity and
 * segment, if one is chosen.
 */
final class Overview {
  private static final List<Column> CURRENCIES =
      List.of(
          column("currency", "i.currency", TEXT),
          column("invoices", "count(*) filter (where w.is_chosen)", COUNT),
          column("open", "coalesce(sum(i.balance) filter (where w.is_chosen), 0)", MONEY),
          column(
              "overdue",
              "coalesce(sum(i.balance) filter (where w.is_chosen and i.due_on < t.day), 0)",
              MONEY),
          column(
              "expectedLate",
              "coalesce(sum(i.expected_late) filter (where w.is_chosen), 0)",
              MONEY));
  private static final List<Column> BANDS =
      List.of(
          column("band", "coalesce(i.band, 'UNKNOWN')", TEXT),
          column("invoices", "count(*)", COUNT),
          column("open", "sum(i.balance)", MONEY),
          column("expectedLate", "sum(i.expected_late)", MONEY));
  private static final List<Column> WEEKS =
      List.of(
          column("week", "date_trunc('week', greatest(i.expected_on, t.day))::date", DAY),
          column("invoices", "count(*)", COUNT),
          column("expected", "sum(i.balance)", MONEY));
  private static final List<Column> CHANGED =
      List.of(column("kind", "e.kind", TEXT), column("count", "count(*)", COUNT));

  /** Invoices, and whether they are of the entity and the segment that are chosen. */
  private static final String INVOICES =
      "invoices i left join customers c using (customer) cross join today t cross join lateral"
          + " (select (?::text is null or coalesce(i.seller_entity, '') = ?) and (?::text is null"
          + " or coalesce(c.segment, '') = ?) as is_chosen) w";

  private Overview() {}

  /**
   * @param zone in which the company's days begin
   */
  static Map<String, @Nullable Object> of(Handle handle, Choice choice, ZoneId zone) {
    List<Map<String, @Nullable Object>> currencies =
        Details.rows(
            handle,
            CURRENCIES,
            INVOICES
                + " where i.status = 'OPEN' and i.currency is not null group by i.currency order by"
                + " count(*) desc, i.currency",
            choice.values());
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("today", Details.today(handle));
    all.put("currencies", currencies);
    String currency = choice.currencyOf(currencies);
    all.put("currency", currency);
    if (currency != null) {
      add(handle, choice, currency, zone, all);
    }
    return all;
  }

  private static void add(
      Handle handle,
      Choice choice,
      String currency,
      ZoneId zone,
      Map<String, @Nullable Object> all) {
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
            handle,
            BANDS,
            INVOICES + " where w.is_chosen and i.status = 'OPEN' and i.currency = ? group by 1",
            choice.values(currency)));
    all.put(
        "weeks",
        Details.rows(
            handle,
            WEEKS,
            INVOICES
                + " where w.is_chosen and i.status = 'OPEN' and i.currency = ? and i.expected_on is"
                + " not null group by 1 order by 1 limit 14",
            choice.values(currency)));
    all.put(
        "changed",
        Details.rows(
            handle,
            CHANGED,
            INVOICES
                + " join invoice_events e using (customer, invoice) where w.is_chosen and"
                + " i.currency = ? and e.recorded_at >= t.day::timestamp at time zone ? group by"
                + " e.kind order by count(*) desc, e.kind",
            choice.values(currency, zone.getId())));
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
