package io.duecast.book.row;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Rule;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads rows of payments: those that close an invoice, and those that say how much came in. */
final class PaymentRows {
  private PaymentRows() {}

  static BookRow read(Cells cells) {
    String customer = cells.needed(FieldName.CUSTOMER, Rule.CUSTOMER_ID_MISSING);
    Instant recordedAt = cells.instant(FieldName.RECORDED_AT, Timetable.Moment.PAYMENT_BOOKED);
    var timetable = new Timetable(cells.binding().book().zone());
    if (recordedAt != null && timetable.dayOf(recordedAt).isAfter(cells.binding().horizon())) {
      throw cells.rejected(Rule.KNOWN_AFTER_AS_OF, FieldName.RECORDED_AT);
    }
    return cells.binding().section().saysOnlySettled()
        ? settlement(cells, new CustomerId(customer), recordedAt)
        : payment(cells, new CustomerId(customer), recordedAt);
  }

  private static BookRow settlement(
      Cells cells, CustomerId customer, @Nullable Instant recordedAt) {
    String invoice = cells.needed(FieldName.INVOICE, Rule.INVOICE_ID_MISSING);
    LocalDate settledOn = day(cells, FieldName.SETTLED_ON);
    Money amount = Drafts.notNegative(cells, FieldName.AMOUNT, Drafts.currency(cells));
    var content =
        new Content.OfSettlement(customer, new InvoiceId(invoice), settledOn, amount, recordedAt);
    return row(cells, customer, invoice, settledOn.toString(), content);
  }

  private static BookRow payment(Cells cells, CustomerId customer, @Nullable Instant recordedAt) {
    String id = cells.needed(FieldName.PAYMENT, Rule.PAYMENT_ID_MISSING);
    LocalDate valueOn = day(cells, FieldName.VALUE_ON);
    Currency currency = Drafts.currency(cells);
    Money amount = Drafts.positive(cells, FieldName.AMOUNT, currency);
    if (amount == null) {
      throw cells.rejected(Rule.AMOUNT_MISSING, FieldName.AMOUNT);
    }
    String invoice = cells.text(FieldName.INVOICE);
    PaymentStatus status = status(cells);
    var content =
        new Content.OfPayment(
            customer,
            new PaymentId(id),
            status,
            amount,
            Drafts.notNegative(cells, FieldName.ALLOCATED, currency),
            invoice == null ? null : new InvoiceId(invoice),
            valueOn,
            cells.lenientDate(FieldName.BOOKED_ON),
            cells.text(FieldName.PAYMENT_MEANS),
            recordedAt);
    return row(cells, customer, id, status.name(), content);
  }

  private static PaymentStatus status(Cells cells) {
    if (cells.text(FieldName.STATUS) == null) {
      return PaymentStatus.BOOKED;
    }
    PaymentStatus status = cells.choice(FieldName.STATUS, PaymentStatus.class);
    if (status == null) {
      throw cells.rejected(Rule.VALUE_UNKNOWN, FieldName.STATUS);
    }
    return status;
  }

  private static LocalDate day(Cells cells, FieldName name) {
    LocalDate day = cells.neededDate(name);
    if (day.isAfter(cells.binding().horizon())) {
      throw cells.rejected(Rule.PAID_AFTER_AS_OF, name);
    }
    return day;
  }

  private static BookRow row(
      Cells cells, CustomerId customer, String group, String content, Content says) {
    SortKey key = new SortKey(customer.value(), SectionKind.PAYMENTS, group, content, 0);
    return new BookRow(SectionKind.PAYMENTS, cells.row(), key, says, cells.notes());
  }
}
