package io.duecast.book;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.quality.Breach;
import io.duecast.book.quality.Rule;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.book.row.Timetable;
import io.duecast.check.RejectedException;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans payments from a file of their own; the rows of one payment become one fact. */
final class PaymentPlanner {
  private final Timetable timetable;
  private final FactBuilder facts;
  private final Consumer<Planned> plans;
  private final List<BookRow> ofOnePayment = new ArrayList<>();
  private String lastSettlement = "";
  private int ofSameSettlement;

  PaymentPlanner(Timetable timetable, FactBuilder facts, Consumer<Planned> plans) {
    this.timetable = timetable;
    this.facts = facts;
    this.plans = plans;
  }

  void settlement(BookRow row, Content.OfSettlement content, Account account, FileLog log) {
    log.keep(row);
    String invoice = content.invoice().value();
    LocalDate issuedOn = check(row, content.invoice(), content.settledOn(), account, log);
    if (!account.settles(invoice)) {
      log.note(row.csv().number(), Rule.SETTLED_AGAIN, FieldName.INVOICE, invoice);
    }
    String eventId =
        "payment-settled/" + account.customer() + "/" + invoice + "/" + content.settledOn();
    ofSameSettlement = eventId.equals(lastSettlement) ? ofSameSettlement + 1 : 1;
    lastSettlement = eventId;
    Instant said = content.recordedAt();
    plans.accept(
        new Planned(
            What.SETTLEMENT,
            invoice,
            ofSameSettlement > 1 ? eventId + "#" + ofSameSettlement : eventId,
            timetable.at(content.settledOn(), Timetable.Moment.PAYMENT_BOOKED),
            said == null ? booked(content.settledOn(), issuedOn) : said,
            0,
            List.of(row)));
  }

  /** Collects a row of a payment; the payment is planned with the first row of another. */
  void payment(BookRow row, Account account, FileLog log) {
    BookRow first = ofOnePayment.isEmpty() ? row : ofOnePayment.getFirst();
    if (!first.key().equals(row.key())) {
      flush(account, log);
    }
    ofOnePayment.add(row);
  }

  /** Plans the payment collected, if there is one. */
  void flush(Account account, FileLog log) {
    if (ofOnePayment.isEmpty()) {
      return;
    }
    List<BookRow> rows = List.copyOf(ofOnePayment);
    ofOnePayment.clear();
    Content.OfPayment first = (Content.OfPayment) rows.getFirst().content();
    LocalDate latestIssue = null;
    for (BookRow row : rows) {
      InvoiceId invoice = ((Content.OfPayment) row.content()).invoice();
      LocalDate issuedOn = invoice == null ? null : account.issuedOn(invoice.value());
      if (issuedOn != null && (latestIssue == null || issuedOn.isAfter(latestIssue))) {
        latestIssue = issuedOn;
      }
    }
    Instant said = first.recordedAt();
    String id = first.payment().value();
    Planned plan =
        new Planned(
            What.PAYMENT,
            id,
            "payment-received/" + account.customer() + "/" + id + "/" + first.status(),
            timetable.at(first.valueOn(), Timetable.Moment.PAYMENT_BOOKED),
            said == null ? booked(first.valueOn(), latestIssue) : said,
            0,
            rows);
    if (isPossible(plan, log)) {
      keep(rows, account, log);
      plans.accept(plan);
    }
  }

  private boolean isPossible(Planned plan, FileLog log) {
    try {
      facts.build(plan);
      return true;
    } catch (RejectedException e) {
      Breach breach = new Breach(Rule.of(e.rejection().reason()), "", e.rejection().detail());
      plan.rows().forEach(row -> log.reject(row.csv(), breach));
    } catch (PaymentContradictionException e) {
      plan.rows()
          .forEach(row -> log.reject(row, Rule.PAYMENT_INCONSISTENT, FieldName.PAYMENT, e.what()));
    }
    return false;
  }

  private void keep(List<BookRow> rows, Account account, FileLog log) {
    for (BookRow row : rows) {
      log.keep(row);
      Content.OfPayment content = (Content.OfPayment) row.content();
      InvoiceId invoice = content.invoice();
      if (invoice != null) {
        check(row, invoice, content.valueOn(), account, log);
      }
    }
  }

  /** When the invoice was issued; null, and a note, if it is not in the book. */
  private static @Nullable LocalDate check(
      BookRow row, InvoiceId invoice, LocalDate paidOn, Account account, FileLog log) {
    LocalDate issuedOn = account.issuedOn(invoice.value());
    if (issuedOn == null) {
      log.note(row.csv().number(), Rule.INVOICE_UNKNOWN, FieldName.INVOICE, invoice.value());
    } else if (paidOn.isBefore(issuedOn)) {
      log.note(row.csv().number(), Rule.PAID_BEFORE_ISSUE, FieldName.INVOICE, invoice.value());
    }
    return issuedOn;
  }

  private Instant booked(LocalDate paidOn, @Nullable LocalDate issuedOn) {
    LocalDate day = issuedOn == null ? paidOn : InvoicePlanner.later(paidOn, issuedOn);
    return timetable.at(day, Timetable.Moment.PAYMENT_BOOKED);
  }
}
