package io.duecast.console.projection;

import io.duecast.calendar.DayOpened;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Accounts: where each invoice stands, how it came there, its customer, and the day. */
final class ReceivablesProjection implements Projection {
  private static final String KNOW_CUSTOMER = Statement.append("customers", "customer");
  private static final String DAY = Statement.put("business_days", 1, "partition", "day");
  private static final String STANDING =
      Statement.put(
          "invoices",
          2,
          "customer",
          "invoice",
          "seller_entity",
          "issued_on",
          "due_on",
          "original_due_on",
          "currency",
          "payable",
          "balance",
          "paid",
          "credited",
          "status",
          "settled_on",
          "disputed",
          "on_hold",
          "promised_on",
          "changed_at",
          "replayed");
  private static final String LINE =
      Statement.append(
          "invoice_events",
          "partition",
          "\"offset\"",
          "change_id",
          "customer",
          "invoice",
          "kind",
          "on_day",
          "amount",
          "currency",
          "status",
          "balance",
          "due_on",
          "detail",
          "recorded_at",
          "replayed");

  private final CustomerPatch patch = new CustomerPatch();

  @Override
  public void project(Object value, Place place, Rows rows) {
    switch (value) {
      case ReceivableChanged it -> change(it, place, rows);
      case CustomerUpdated it -> patch.add(it, rows);
      case DayOpened it -> rows.add(DAY, place.partition(), it.date());
      default -> throw new IllegalStateException("receivables: " + value.getClass());
    }
  }

  private static void change(ReceivableChanged it, Place place, Rows rows) {
    Standing after = it.after();
    rows.add(KNOW_CUSTOMER, it.customer().value());
    rows.add(
        STANDING,
        it.customer().value(),
        it.invoice().value(),
        it.sellerEntity(),
        after.issuedOn(),
        after.dueOn(),
        after.originalDueOn(),
        currency(after.payable()),
        amount(after.payable()),
        amount(after.balance()),
        amount(after.paid()),
        amount(after.credited()),
        after.status(),
        after.settledOn(),
        after.disputed(),
        after.onHold(),
        after.promisedOn(),
        it.recordedAt(),
        it.replayed());
    ChangeLine line = ChangeLine.of(it.change());
    rows.add(
        LINE,
        place.partition(),
        place.offset(),
        it.changeId(),
        it.customer().value(),
        it.invoice().value(),
        line.kind(),
        line.on(),
        amount(line.amount()),
        currency(line.amount() == null ? after.payable() : line.amount()),
        after.status(),
        amount(after.balance()),
        after.dueOn(),
        Json.of(line.detail()),
        it.recordedAt(),
        it.replayed());
  }

  static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }
}
