package io.duecast.standalone.insight;

import io.duecast.money.Money;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentReason;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.Strategy;
import io.duecast.standalone.terminal.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Segments as rows. */
final class SegmentRows {
  private SegmentRows() {}

  static TextTable customers(List<CustomerSegmented> all) {
    TextTable table =
        new TextTable(
            List.of(
                "customer",
                "segment",
                "worth",
                "trend",
                "since",
                "reminders",
                "terms",
                "credit limit",
                "call",
                "because"));
    for (CustomerSegmented each : all) {
      Strategy strategy = each.strategy();
      Money limit = strategy.creditLimit();
      table.row(
          List.of(
              each.customer().value(),
              lower(each.segment()),
              lower(each.worth()),
              lower(each.trend()),
              each.since().toString(),
              strategy.ladder(),
              strategy.termDays() == 0 ? "in advance" : strategy.termDays() + " days",
              limit == null
                  ? "-"
                  : Amounts.money(limit.amount()) + " " + limit.currency().getCurrencyCode(),
              Integer.toString(strategy.callPriority()),
              each.reasons().isEmpty() ? "" : each.reasons().getFirst().toString()));
    }
    return table;
  }

  static TextTable outliers(List<CustomerOutlier> all) {
    TextTable table =
        new TextTable(List.of("day", "customer", "invoice", "departs from", "because"));
    for (CustomerOutlier each : all) {
      table.row(
          List.of(
              each.on().toString(),
              each.customer().value(),
              each.invoice().value(),
              lower(each.kind()).replace('_', ' '),
              text(each.reasons())));
    }
    return table;
  }

  static TextTable trends(List<SegmentTrend> all) {
    TextTable table =
        new TextTable(List.of("segment", "week", "due", "late", "usual", "trend", "since"));
    for (SegmentTrend each : all) {
      table.row(
          List.of(
              lower(each.segment()),
              each.week().toString(),
              Integer.toString(each.judged()),
              Integer.toString(each.late()),
              each.usual() == null
                  ? "-"
                  : String.format(Locale.ROOT, "%.1f %%", each.usual() / 10.0),
              lower(each.trend()),
              each.since() == null ? "" : each.since().toString()));
    }
    return table;
  }

  static Map<String, @Nullable Object> of(CustomerSegmented each) {
    Strategy strategy = each.strategy();
    Money limit = strategy.creditLimit();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("customer", each.customer().value());
    row.put("revision", each.revision());
    row.put("on", each.on());
    row.put("since", each.since());
    row.put("risk_segment", each.segment());
    row.put("worth", each.worth());
    row.put("trend", each.trend());
    row.put("previous", each.previous());
    row.put("ladder", strategy.ladder());
    row.put("term_days", strategy.termDays());
    row.put("credit_limit", limit == null ? null : limit.amount());
    row.put("currency", limit == null ? null : limit.currency().getCurrencyCode());
    row.put("call_priority", strategy.callPriority());
    row.put("reasons", text(each.reasons()));
    row.put("rules", each.rules());
    return row;
  }

  static Map<String, @Nullable Object> of(CustomerOutlier each) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("on", each.on());
    row.put("customer", each.customer().value());
    row.put("invoice", each.invoice().value());
    row.put("kind", each.kind());
    row.put("risk_segment", each.segment());
    row.put("reasons", text(each.reasons()));
    row.put("rules", each.rules());
    return row;
  }

  static Map<String, @Nullable Object> of(SegmentTrend each) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("risk_segment", each.segment());
    row.put("week", each.week());
    row.put("due", each.judged());
    row.put("late", each.late());
    row.put("usual_per_mille", each.usual());
    row.put("pressure", each.pressure());
    row.put("limit", each.limit());
    row.put("trend", each.trend());
    row.put("since", each.since());
    return row;
  }

  private static String text(List<SegmentReason> reasons) {
    return reasons.stream().map(SegmentReason::toString).collect(Collectors.joining("; "));
  }

  private static String lower(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT);
  }
}
