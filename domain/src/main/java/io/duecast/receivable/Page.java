package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event writes: the states go to the books, the changes are numbered and collected. */
final class Page {
  private final Books books;
  private final LedgerPolicy policy;
  private final EventId cause;
  private final Instant recordedAt;
  private final boolean replayed;
  private final List<AccountEntry> entries = new ArrayList<>();

  Page(Books books, LedgerPolicy policy, EventId cause, Instant recordedAt, boolean replayed) {
    this.books = books;
    this.policy = policy;
    this.cause = cause;
    this.recordedAt = recordedAt;
    this.replayed = replayed;
  }

  static Page of(Envelope envelope, Books books, LedgerPolicy policy) {
    return new Page(books, policy, envelope.eventId(), envelope.recordedAt(), envelope.replayed());
  }

  /** What an event makes of one invoice. */
  interface Rule {
    Step apply(Receivable state);
  }

  void on(CustomerId customer, InvoiceId invoice, Rule rule) {
    Receivable known = books.receivable(customer, invoice);
    Receivable before = known == null ? Receivable.awaited(customer, invoice) : known;
    Step step = rule.apply(before);
    if (!step.state().equals(known)) {
      books.put(step.state());
      appoint(before, step.state());
    }
    Standing standing = before.invoice() == null ? null : before.standing();
    for (Step.Move move : step.moves()) {
      entries.add(
          new ReceivableChanged(
              cause + ":" + entries.size(),
              customer,
              invoice,
              move.change(),
              standing,
              move.after(),
              cause,
              recordedAt,
              replayed));
      standing = move.after();
    }
  }

  void add(AccountEntry entry) {
    entries.add(entry);
  }

  List<AccountEntry> entries() {
    return entries;
  }

  private void appoint(Receivable before, Receivable after) {
    PromiseToPay promise = after.promise();
    if (promise != null && !promise.equals(before.promise())) {
      note(promise.on().plusDays(1), AppointmentKind.PROMISE_ENDS, after);
    }
    LocalDate closedOn = closedOn(after);
    if (closedOn != null && !closedOn.equals(closedOn(before))) {
      note(closedOn.plusDays(policy.keepClosedDays()), AppointmentKind.INVOICE_IS_OLD, after);
    }
  }

  private void note(LocalDate on, AppointmentKind kind, Receivable receivable) {
    books.note(new Appointment(on, kind, receivable.customer(), receivable.id().value()));
  }

  private static @Nullable LocalDate closedOn(Receivable receivable) {
    Settlement settlement = receivable.settlement();
    return settlement == null ? receivable.closedOn() : settlement.on();
  }
}
