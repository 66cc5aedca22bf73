package io.duecast.standalone.insight;

import io.duecast.insight.Group;
import io.duecast.reserve.InvoiceReserve;
import io.duecast.reserve.ReserveMovement;
import io.duecast.standalone.terminal.TextTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reserves as rows. */
final class ReserveRows {
  private ReserveRows() {}

  /** The invoices of such rows, for people. */
  static TextTable table(List<Map<String, @Nullable Object>> rows) {
    TextTable table =
        new TextTable(List.of("customer", "invoice", "due", "past due", "open", "rate", "reserve"));
    for (Map<String, @Nullable Object> row : rows) {
      table.row(
          List.of(
              String.valueOf(row.get("customer")),
              String.valueOf(row.get("invoice")),
              String.valueOf(row.get("due")),
              String.valueOf(row.get("past_due")),
              Amounts.money((BigDecimal) row.get("open")) + " " + row.get("currency"),
              Amounts.percent((BigDecimal) row.get("rate")),
              Amounts.money((BigDecimal) row.get("reserve"))));
    }
    return table;
  }

  /** What is reserved for an invoice, for programs. */
  static Map<String, @Nullable Object> of(LocalDate day, InvoiceReserve reserve) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("as_of", day);
    row.put("customer", reserve.item().customer().value());
    row.put("invoice", reserve.item().invoice().value());
    Group group = reserve.item().group();
    row.put("currency", group.currency());
    row.put("entity", group.entity());
    row.put("segment", group.segment());
    row.put("due", reserve.item().dueOn());
    row.put("past_due", reserve.bucket().title());
    row.put("open", reserve.item().open());
    row.put("rate", reserve.rate());
    row.put("reserve", reserve.reserve());
    return row;
  }

  /** How a reserve moved, for programs. */
  static Map<String, @Nullable Object> of(
      LocalDate day, int period, Group group, ReserveMovement movement) {
    Map<String, @Nullable Object> row = ProvisionMatrix.head(day, group);
    row.put("days", period);
    row.put("opening", movement.opening());
    row.put("receivables", movement.receivables());
    row.put("rates", movement.rates());
    row.put("used", movement.used());
    row.put("closing", movement.closing());
    return row;
  }
}
