package io.duecast.console.projection;

import io.duecast.money.Money;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentReason;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Risk segments, who moved between them, who departs from what is usual, and trends. */
final class SegmentsProjection {
  private static final String LATEST =
      Statement.putIf(
          "customer_segments",
          1,
          "customer_segments.revision < excluded.revision",
          "customer",
          "revision",
          "on_day",
          "since",
          "risk_segment",
          "worth",
          "trend",
          "reasons",
          "ladder",
          "term_days",
          "credit_limit",
          "credit_limit_currency",
          "call_priority",
          "rules",
          "recorded_at",
          "replayed");
  private static final String MOVE =
      Statement.append(
          "segment_moves",
          "customer",
          "revision",
          "on_day",
          "previous",
          "previous_worth",
          "risk_segment",
          "worth",
          "reasons",
          "replayed");
  private static final String OUTLIER =
      Statement.append(
          "customer_outliers",
          "customer",
          "invoice",
          "kind",
          "on_day",
          "risk_segment",
          "reasons",
          "replayed");
  private static final String TREND =
      Statement.append(
          "segment_trends",
          "risk_segment",
          "week",
          "judged",
          "late",
          "usual",
          "pressure",
          "pressure_limit",
          "trend",
          "since",
          "replayed");

  private SegmentsProjection() {}

  static void customer(Object value, Place place, Rows rows) {
    CustomerSegmented it = (CustomerSegmented) value;
    Strategy strategy = it.strategy();
    Money limit = strategy.creditLimit();
    rows.add(
        LATEST,
        it.customer().value(),
        it.revision(),
        it.on(),
        it.since(),
        it.segment(),
        it.worth(),
        it.trend(),
        reasons(it.reasons()),
        strategy.ladder(),
        strategy.termDays(),
        ReceivablesProjection.amount(limit),
        ReceivablesProjection.currency(limit),
        strategy.callPriority(),
        it.rules(),
        it.recordedAt(),
        it.replayed());
    if (it.isMove() && it.revision() > 1) { // the first is a place, and no move
      rows.add(
          MOVE,
          it.customer().value(),
          it.revision(),
          it.on(),
          it.previous(),
          it.previousWorth(),
          it.segment(),
          it.worth(),
          reasons(it.reasons()),
          it.replayed());
    }
  }

  static void outlier(Object value, Place place, Rows rows) {
    CustomerOutlier it = (CustomerOutlier) value;
    rows.add(
        OUTLIER,
        it.customer().value(),
        it.invoice().value(),
        it.kind(),
        it.on(),
        it.segment(),
        reasons(it.reasons()),
        it.replayed());
  }

  static void trend(Object value, Place place, Rows rows) {
    SegmentTrend it = (SegmentTrend) value;
    rows.add(
        TREND,
        it.segment(),
        it.week(),
        it.judged(),
        it.late(),
        it.usual(),
        it.pressure(),
        it.limit(),
        it.trend(),
        it.since(),
        it.replayed());
  }

  private static Json reasons(List<SegmentReason> reasons) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (SegmentReason reason : reasons) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("measure", reason.measure().name());
      one.put("value", reason.value());
      one.put("limit", reason.limit());
      all.add(one);
    }
    return Json.of(all);
  }
}
