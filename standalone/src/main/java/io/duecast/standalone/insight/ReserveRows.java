package io.duecast.standalone.insight;

import io.duecast.insight.Group;
import io.duecast.insight.OpenItem;
import io.duecast.reserve.InvoiceReserve;
import io.duecast.reserve.ReserveMovement;
import io.duecast.standalone.terminal.TextTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reserves as rows. */
final class ReserveRows {
  private ReserveRows() {}

  /** What is reserved for invoices, for people. */
  static TextTable table(List<InvoiceReserve> reserves) {
    TextTable table =
        new TextTable(List.of("customer", "invoice", "due", "past due", "open", "rate", "reserve"));
    for (InvoiceReserve each : reserves) {
      OpenItem item = each.item();
      table.row(
          List.of(
              item.customer().value(),
              item.invoice().value(),
              item.dueOn().toString(),
              each.bucket().title(),
              Amounts.money(item.open()) + " " + item.group().currency(),
              Amounts.percent(each.rate()),
              Amounts.money(each.reserve())));
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
