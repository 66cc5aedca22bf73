package io.duecast.book.row;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Rule;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of invoices. */
final class InvoiceRows {
  private static final long EXTREME_TERM_DAYS = 365;
  private static final long FAR_FUTURE_DAYS = 730;

  private InvoiceRows() {}

  static BookRow read(Cells cells) {
    String customer = cells.needed(FieldName.CUSTOMER, Rule.CUSTOMER_ID_MISSING);
    String id = cells.needed(FieldName.ID, Rule.INVOICE_ID_MISSING);
    LocalDate issuedOn = cells.neededDate(FieldName.ISSUED_ON);
    LocalDate givenDue = cells.date(FieldName.DUE_ON);
    Integer termDays = termDays(cells);
    LocalDate settledOn = cells.date(FieldName.SETTLED_ON);
    Currency currency = Drafts.currency(cells);
    Money payable = Drafts.positive(cells, FieldName.AMOUNT, currency);
    Instant recordedAt = cells.instant(FieldName.RECORDED_AT, Timetable.Moment.INVOICE_ISSUED);
    refuseFuture(cells, issuedOn, recordedAt);
    InvoiceIssued draft =
        draft(
            cells,
            new CustomerId(customer),
            new InvoiceId(id),
            issuedOn,
            givenDue,
            termDays,
            payable);
    LocalDate dueOn = draft.dueDate();
    noteTerms(cells, issuedOn, dueOn);
    LocalDate settled = plausible(cells, issuedOn, settledOn);

    SortKey key =
        new SortKey(
            customer,
            SectionKind.INVOICES,
            id,
            Drafts.content(cells),
            settled == null ? Long.MAX_VALUE : settled.toEpochDay());
    BoundField idField = cells.binding().field(FieldName.ID);
    var content =
        new Content.OfInvoice(
            draft,
            dueOn,
            idField != null && idField.isTemplate(),
            recordedAt,
            settled,
            settled == null ? null : Drafts.notNegative(cells, FieldName.SETTLED_AMOUNT, currency),
            settled == null
                ? null
                : cells.instant(FieldName.SETTLED_RECORDED_AT, Timetable.Moment.PAYMENT_BOOKED));
    return new BookRow(SectionKind.INVOICES, cells.row(), key, content, cells.notes());
  }

  private static InvoiceIssued draft(
      Cells cells,
      CustomerId customer,
      InvoiceId id,
      LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      @Nullable Integer termDays,
      @Nullable Money payable) {
    DocumentType type = cells.choice(FieldName.DOCUMENT_TYPE, DocumentType.class);
    Money prepaid = Drafts.notNegative(cells, FieldName.PREPAID, Drafts.currency(cells));
    return new InvoiceIssued(
        Drafts.ENVELOPE,
        id,
        customer,
        type == null ? DocumentType.INVOICE : type,
        issuedOn,
        dueOn,
        dueOn == null ? termDays : null,
        payable,
        prepaid,
        null,
        cells.text(FieldName.PAYMENT_MEANS),
        List.of(),
        List.of(),
        List.of(),
        cells.text(FieldName.SELLER_ENTITY),
        cells.text(FieldName.DELIVERY_CHANNEL),
        cells.attributes());
  }

  private static @Nullable Integer termDays(Cells cells) {
    BigDecimal days = cells.number(FieldName.TERM_DAYS, Rule.NUMBER_UNREADABLE);
    try {
      return days == null ? null : Integer.valueOf(days.intValueExact());
    } catch (ArithmeticException e) {
      throw cells.rejected(Rule.NUMBER_UNREADABLE, FieldName.TERM_DAYS);
    }
  }

  private static void refuseFuture(Cells cells, LocalDate issuedOn, @Nullable Instant recordedAt) {
    LocalDate horizon = cells.binding().horizon();
    if (issuedOn.isAfter(horizon)) {
      throw cells.rejected(Rule.ISSUED_AFTER_AS_OF, FieldName.ISSUED_ON);
    }
    var timetable = new Timetable(cells.binding().book().zone());
    if (recordedAt != null && timetable.dayOf(recordedAt).isAfter(horizon)) {
      throw cells.rejected(Rule.KNOWN_AFTER_AS_OF, FieldName.RECORDED_AT);
    }
  }

  private static void noteTerms(Cells cells, LocalDate issuedOn, LocalDate dueOn) {
    FieldName due = cells.raw(FieldName.DUE_ON).isEmpty() ? FieldName.TERM_DAYS : FieldName.DUE_ON;
    if (dueOn.isBefore(issuedOn)) {
      cells.note(Rule.DUE_BEFORE_ISSUE, due);
    }
    if (Math.abs(ChronoUnit.DAYS.between(issuedOn, dueOn)) > EXTREME_TERM_DAYS) {
      cells.note(Rule.TERMS_EXTREME, due);
    }
    if (dueOn.isAfter(cells.binding().horizon().plusDays(FAR_FUTURE_DAYS))) {
      cells.note(Rule.DUE_FAR_FUTURE, due);
    }
  }

  /** A settlement after the extract was made cannot be one: the invoice counts as open. */
  private static @Nullable LocalDate plausible(
      Cells cells, LocalDate issuedOn, @Nullable LocalDate settledOn) {
    if (settledOn != null && settledOn.isAfter(cells.binding().horizon())) {
      cells.note(Rule.PAID_AFTER_AS_OF, FieldName.SETTLED_ON);
      return null;
    }
    if (settledOn != null && settledOn.isBefore(issuedOn)) {
      cells.note(Rule.PAID_BEFORE_ISSUE, FieldName.SETTLED_ON);
    }
    return settledOn;
  }
}
