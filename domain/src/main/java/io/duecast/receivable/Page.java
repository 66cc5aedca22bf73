package io.duecast.receivable;

import io.duecast.check.Rejection;
import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event writes on the account of one customer: nothing goes to the books before all of it
 * is known to be acceptable.
 */
final class Page {
  /** Whose account, why, and when it became known. */
  record Heading(CustomerId customer, EventId cause, Instant recordedAt, boolean replayed) {
    static Heading of(Fact fact) {
      return new Heading(
          fact.customer(),
          fact.envelope().eventId(),
          fact.envelope().recordedAt(),
          fact.envelope().replayed());
    }
  }

  private final Books books;
  private final LedgerPolicy policy;
  private final Heading heading;
  private final Map<InvoiceId, Receivable> written = new LinkedHashMap<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Appointment> appointments = new ArrayList<>();
  private final List<AccountEntry> entries = new ArrayList<>();
  private final List<Rejection> leftOut = new ArrayList<>();
  private boolean once;

  Page(Books books, LedgerPolicy policy, Heading heading) {
    this.books = books;
    this.policy = policy;
    this.heading = heading;
  }

  /** What an event makes of one invoice. */
  interface Rule {
    Step apply(Receivable state);
  }

  void on(InvoiceId invoice, Rule rule) {
    Receivable known = written.get(invoice);
    if (known == null) {
      known = books.receivable(heading.customer(), invoice);
    }
    Receivable before = known == null ? Receivable.awaited(heading.customer(), invoice) : known;
    Step step = rule.apply(before);
    leftOut.addAll(step.leftOut());
    if (!step.state().equals(before)) {
      written.put(invoice, step.state());
      appoint(known, step.state());
    }
    Standing standing = before.invoice() == null ? null : before.standing();
    for (Step.Move move : step.moves()) {
      add(
          new ReceivableChanged(
              heading.cause() + ":" + entries.size(),
              heading.customer(),
              invoice,
              move.change(),
              standing,
              move.after(),
              heading.cause(),
              heading.recordedAt(),
              heading.replayed(),
              sellerEntity(step.state())));
      standing = move.after();
    }
  }

  private static @Nullable String sellerEntity(Receivable state) {
    Invoice invoice = state.invoice();
    return invoice == null ? null : invoice.sellerEntity();
  }

  void add(AccountEntry entry) {
    entries.add(entry);
  }

  void put(Payment payment) {
    payments.add(payment);
  }

  /** Forgets a thing once nothing about it can be expected any more. */
  void noteOld(AppointmentKind kind, String id) {
    LocalDate recordedOn = LocalDate.ofInstant(heading.recordedAt(), ZoneOffset.UTC);
    note(recordedOn.plusDays(policy.keepClosedDays()), kind, id);
  }

  /** If the event was seen before, the page is thrown away. */
  void onlyOnce() {
    once = true;
    noteOld(AppointmentKind.EVENT_IS_OLD, heading.cause().value());
  }

  /** Copies the page to the books. */
  Entries commit() {
    if (once && !books.sees(heading.customer(), heading.cause())) {
      return Entries.NONE;
    }
    written.values().forEach(books::put);
    payments.forEach(books::put);
    appointments.forEach(books::note);
    return Entries.of(entries, leftOut);
  }

  private void appoint(@Nullable Receivable before, Receivable after) {
    PromiseToPay promise = after.promise();
    if (promise != null && (before == null || !promise.equals(before.promise()))) {
      note(promise.on().plusDays(1), AppointmentKind.PROMISE_ENDS, after.id().value());
    }
    LocalDate endedOn = after.endedOn();
    if (endedOn != null && (before == null || !endedOn.equals(before.endedOn()))) {
      note(
          endedOn.plusDays(policy.keepClosedDays()),
          AppointmentKind.INVOICE_IS_OLD,
          after.id().value());
    }
    if (before == null && after.invoice() == null) {
      noteOld(AppointmentKind.INVOICE_IS_OLD, after.id().value());
    }
  }

  private void note(LocalDate on, AppointmentKind kind, String id) {
    appointments.add(new Appointment(on, kind, heading.customer(), id));
  }
}
