package io.duecast.console.web;

import io.duecast.insight.AgingTotal;
import io.duecast.insight.Conduct;
import io.duecast.insight.Group;
import io.duecast.insight.KpiPeriod;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.Turnover;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The days of one currency, put together, as the domain computes figures of them. */
final class PortfolioPeriod {
  private static final List<String> SUMS =
      List.of(
          "billed",
          "cash",
          "credited",
          "allowed",
          "written_off",
          "cancelled",
          "unapplied",
          "regrouped",
          "received",
          "days_past_due",
          "days_from_issue",
          "settled",
          "settled_on_time",
          "promises_kept",
          "promises_broken",
          "disputes_ended",
          "dispute_days",
          "opened",
          "unpriced");
  private static final int BUCKETS = 5;
  private static final String DAYS = days();

  private PortfolioPeriod() {}

  private static String days() {
    StringBuilder sums = new StringBuilder("select day");
    for (int i = 1; i <= BUCKETS; i++) {
      sums.append(", sum(open_invoices[%1$d])::int as n%1$d".formatted(i));
      sums.append(", sum(open_amounts[%1$d]) as a%1$d".formatted(i));
    }
    SUMS.forEach(it -> sums.append(", sum(%1$s) as %1$s".formatted(it)));
    return sums.append(
            " from portfolio_days where currency = ? and (?::text is null or entity = ?) and"
                + " (?::text is null or segment = ?) group by day")
        .toString();
  }

  /**
   * All days that are known.
   *
   * @param entity null for all; likewise the segment
   */
  static NavigableMap<LocalDate, PortfolioDay> history(
      Handle handle, String currency, @Nullable String entity, @Nullable String segment) {
    NavigableMap<LocalDate, PortfolioDay> days = new TreeMap<>();
    handle
        .createQuery(DAYS)
        .bind(0, currency)
        .bind(1, entity)
        .bind(2, entity)
        .bind(3, segment)
        .bind(4, segment)
        .map((row, context) -> day(row, currency))
        .forEach(it -> days.put(it.day(), it));
    return days;
  }

  /** The figures' period; null if nothing is known by then. */
  static @Nullable KpiPeriod of(
      NavigableMap<LocalDate, PortfolioDay> history, @Nullable LocalDate asOf, int days) {
    if (history.isEmpty()) {
      return null;
    }
    LocalDate latest = history.lastKey();
    LocalDate last = asOf == null || asOf.isAfter(latest) ? latest : asOf;
    return last.isBefore(history.firstKey()) ? null : KpiPeriod.of(history, last, days);
  }

  private static PortfolioDay day(ResultSet row, String currency) throws SQLException {
    List<AgingTotal> open = new ArrayList<>();
    for (int i = 1; i <= BUCKETS; i++) {
      open.add(new AgingTotal(row.getInt("n" + i), row.getBigDecimal("a" + i)));
    }
    return new PortfolioDay(
        row.getObject("day", LocalDate.class),
        new Group(currency, "", ""),
        open,
        turnover(row),
        conduct(row),
        Lost.NONE, // no figure asks for them
        Instant.EPOCH,
        false);
  }

  private static Turnover turnover(ResultSet row) throws SQLException {
    List<BigDecimal> sums = new ArrayList<>();
    for (String sum : SUMS.subList(0, 8)) {
      sums.add(row.getBigDecimal(sum));
    }
    return new Turnover(
        sums.get(0),
        sums.get(1),
        sums.get(2),
        sums.get(3),
        sums.get(4),
        sums.get(5),
        sums.get(6),
        sums.get(7));
  }

  private static Conduct conduct(ResultSet row) throws SQLException {
    return new Conduct(
        row.getBigDecimal("received"),
        row.getBigDecimal("days_past_due"),
        row.getBigDecimal("days_from_issue"),
        row.getInt("settled"),
        row.getInt("settled_on_time"),
        row.getInt("promises_kept"),
        row.getInt("promises_broken"),
        row.getInt("disputes_ended"),
        row.getInt("dispute_days"),
        row.getInt("opened"),
        row.getInt("unpriced"));
  }
}
