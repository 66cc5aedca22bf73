package io.duecast.book;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.quality.Rule;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.book.row.Timetable;
import io.duecast.receivable.InvoiceIssued;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plans invoices and, where they stand in the same row, their settlements. Invoices with one
 * derived id are numbered in the order settled, open ones last, so that a later extract numbers
 * alike.
 */
final class InvoicePlanner {
  private final Timetable timetable;
  private final boolean withCustomers;
  private final boolean withMonths;
  private final Consumer<Planned> plans;
  private String lastKey = "";
  private int ofSameId;

  InvoicePlanner(
      Timetable timetable, boolean withCustomers, boolean withMonths, Consumer<Planned> plans) {
    this.timetable = timetable;
    this.withCustomers = withCustomers;
    this.withMonths = withMonths;
    this.plans = plans;
  }

  void plan(BookRow row, Content.OfInvoice content, Account account, FileLog log) {
    String baseId = row.key().group();
    String key = account.customer() + "\u001f" + baseId;
    ofSameId = key.equals(lastKey) ? ofSameId + 1 : 1;
    lastKey = key;
    if (ofSameId > 1 && !content.derivedId()) {
      log.reject(row, Rule.INVOICE_ID_REPEATED, FieldName.ID, baseId);
      return;
    }
    log.keep(row);
    String id = ofSameId > 1 ? baseId + "#" + ofSameId : baseId;
    InvoiceIssued draft = content.draft();
    account.issued(id, draft.issuedOn());
    note(row, draft, new Account.Dates(draft.issuedOn(), content.dueOn()), account, log);

    Instant occurredAt = timetable.at(draft.issuedOn(), Timetable.Moment.INVOICE_ISSUED);
    Instant said = content.recordedAt();
    Instant recordedAt = said == null ? occurredAt : said;
    plans.accept(
        new Planned(
            What.INVOICE,
            id,
            "invoice-issued/" + account.customer() + "/" + id,
            occurredAt,
            recordedAt,
            0,
            List.of(row)));
    LocalDate settledOn = content.settledOn();
    if (settledOn != null) {
      account.settles(id);
      plans.accept(settlement(row, content, account.customer(), id, settledOn));
    }
  }

  private Planned settlement(
      BookRow row, Content.OfInvoice content, String customer, String id, LocalDate settledOn) {
    LocalDate issuedOn = content.draft().issuedOn();
    Instant said = content.settledRecordedAt();
    return new Planned(
        What.SETTLEMENT,
        id,
        "payment-settled/" + customer + "/" + id + "/" + settledOn,
        timetable.at(settledOn, Timetable.Moment.PAYMENT_BOOKED),
        said == null
            ? timetable.at(later(settledOn, issuedOn), Timetable.Moment.PAYMENT_BOOKED)
            : said,
        0,
        List.of(row));
  }

  /** A payment is not on the books before its invoice. */
  static LocalDate later(LocalDate paidOn, LocalDate issuedOn) {
    return paidOn.isBefore(issuedOn) ? issuedOn : paidOn;
  }

  private void note(
      BookRow row, InvoiceIssued draft, Account.Dates dates, Account account, FileLog log) {
    long number = row.csv().number();
    Long first = account.sibling(dates, number);
    if (first != null) {
      log.note(number, Rule.SIBLINGS, FieldName.ISSUED_ON, dates.toString());
      if (first > 0) {
        log.note(first, Rule.SIBLINGS, FieldName.ISSUED_ON, dates.toString());
      }
    }
    if (withCustomers && !account.known()) {
      log.note(number, Rule.CUSTOMER_UNKNOWN, FieldName.CUSTOMER, account.customer());
    }
    if (withMonths && !account.monthKnownOn(draft.issuedOn())) {
      log.note(
          number,
          Rule.CUSTOMER_MONTH_MISSING,
          FieldName.CUSTOMER,
          account.customer() + " on " + draft.issuedOn());
    }
  }
}
