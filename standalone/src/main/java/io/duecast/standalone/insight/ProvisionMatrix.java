package io.duecast.standalone.insight;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.reserve.ReserveCell;
import io.duecast.reserve.ReservePosition;
import io.duecast.standalone.terminal.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of several groups together. */
final class ProvisionMatrix {
  private final Map<AgingBucket, BigDecimal> exposure = new TreeMap<>();
  private final Map<AgingBucket, BigDecimal> reserve = new TreeMap<>();

  void add(ReservePosition position) {
    for (AgingBucket bucket : AgingBucket.values()) {
      ReserveCell cell = position.cell(bucket);
      exposure.merge(bucket, cell.exposure(), BigDecimal::add);
      reserve.merge(bucket, cell.reserve(), BigDecimal::add);
    }
  }

  TextTable table() {
    TextTable table = new TextTable(List.of("past due", "open", "rate", "reserve"));
    for (AgingBucket bucket : AgingBucket.values()) {
      table.row(row(bucket.title(), open(bucket), reserved(bucket)));
    }
    table.row(row("together", sum(exposure), sum(reserve)));
    return table;
  }

  private static List<String> row(String name, BigDecimal open, BigDecimal reserved) {
    return List.of(
        name, Amounts.money(open), Amounts.percent(rate(open, reserved)), Amounts.money(reserved));
  }

  void rows(LocalDate day, Group group, List<Map<String, @Nullable Object>> rows) {
    for (AgingBucket bucket : AgingBucket.values()) {
      Map<String, @Nullable Object> row = head(day, group);
      row.put("past_due", bucket.title());
      row.put("open", open(bucket));
      row.put("rate", rate(open(bucket), reserved(bucket)));
      row.put("reserve", reserved(bucket));
      rows.add(row);
    }
  }

  static Map<String, @Nullable Object> head(LocalDate day, Group group) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("as_of", day);
    row.put("currency", group.currency());
    row.put("entity", group.entity());
    row.put("segment", group.segment());
    return row;
  }

  private BigDecimal open(AgingBucket bucket) {
    return exposure.getOrDefault(bucket, BigDecimal.ZERO);
  }

  private BigDecimal reserved(AgingBucket bucket) {
    return reserve.getOrDefault(bucket, BigDecimal.ZERO);
  }

  private static BigDecimal sum(Map<AgingBucket, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable BigDecimal rate(BigDecimal open, BigDecimal reserved) {
    return open.signum() == 0 ? null : reserved.divide(open, 6, RoundingMode.HALF_EVEN);
  }
}
