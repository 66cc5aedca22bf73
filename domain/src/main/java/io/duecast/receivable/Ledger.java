package io.duecast.receivable;

import io.duecast.calendar.DayOpened;
import io.duecast.check.RejectedException;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Turns the facts that an ERP gives, repeated, late and out of order as they are, into one ordered
 * account for each customer.
 */
public final class Ledger {
  private final Books books;
  private final LedgerPolicy policy;
  private final ReceivableFold fold;

  public Ledger(Books books, LedgerPolicy policy) {
    this.books = books;
    this.policy = policy;
    this.fold = new ReceivableFold(policy);
  }

  /** What a fact adds to the accounts; a repeat adds nothing, a wrong one is rejected whole. */
  public Entries after(Fact fact) {
    Page page = Page.of(fact.envelope(), books, policy);
    try {
      write(fact, page);
      return Entries.of(page.entries());
    } catch (RejectedException e) {
      return new Entries(List.of(), e.rejection());
    }
  }

  private void write(Fact fact, Page page) {
    switch (fact) {
      case InvoiceIssued it -> issued(it, page);
      case InvoiceAmended it -> page.on(it.customer(), it.invoice(), was -> fold.amend(was, it));
      case CreditApplied it -> credited(it, page);
      case PaymentReceived it -> paid(it, page);
      case PaymentSettled it ->
          page.on(it.customer(), it.invoice(), was -> fold.declareSettled(was, it));
      case DisputeOpened it -> page.on(it.customer(), it.invoice(), was -> fold.dispute(was, it));
      case DisputeResolved it ->
          page.on(it.customer(), it.invoice(), was -> fold.endDispute(was, it));
      case BuyerResponded it -> answered(it, page);
      case CollectionOutcome it -> contacted(it, page);
      case CustomerUpdated it -> {}
    }
  }

  /** What the passing of a day brings: promises are broken, what is old is forgotten. */
  public Entries after(DayOpened day, Instant recordedAt) {
    EventId cause = new EventId("day-" + day.date());
    Page page = new Page(books, policy, cause, recordedAt, day.replayed());
    for (Appointment appointment : books.due(day.date())) {
      switch (appointment.kind()) {
        case PROMISE_ENDS ->
            page.on(
                appointment.customer(),
                new InvoiceId(appointment.id()),
                was -> fold.breakPromise(was, day.date()));
        case INVOICE_IS_OLD -> forgetIfClosed(appointment);
        case PAYMENT_IS_OLD, EVENT_IS_OLD, UNKNOWN -> books.forget(appointment);
      }
    }
    return Entries.of(page.entries());
  }

  private void forgetIfClosed(Appointment appointment) {
    Receivable known = books.receivable(appointment.customer(), new InvoiceId(appointment.id()));
    if (known != null && known.status() != ReceivableStatus.OPEN) {
      books.forget(appointment);
    }
  }

  private void issued(InvoiceIssued fact, Page page) {
    Money amount = fact.payable();
    if (fact.documentType() != DocumentType.CREDIT_NOTE) {
      page.on(fact.customer(), fact.invoice(), was -> fold.open(was, fact));
    } else if (amount != null && fact.precedingInvoices().size() == 1) {
      Posting posting = credit(fact.invoice().value(), amount, fact.issuedOn());
      InvoiceId credited = fact.precedingInvoices().getFirst();
      page.on(fact.customer(), credited, was -> fold.post(was, posting));
    }
  }

  private void credited(CreditApplied fact, Page page) {
    for (CreditAllocation part : fact.allocations()) {
      Posting posting = credit(fact.creditNote().value(), part.amount(), fact.appliedOn());
      page.on(fact.customer(), part.invoice(), was -> fold.post(was, posting));
    }
  }

  private static Posting credit(String source, Money amount, LocalDate on) {
    return new Posting(source, PostingKind.CREDIT, amount, null, null, on, null);
  }

  private void paid(PaymentReceived fact, Page page) {
    Map<InvoiceId, Posting> now = CashPostings.of(fact);
    for (InvoiceId invoice : now.keySet()) {
      CashPostings.refuseUnlessItFits(fact, books.receivable(fact.customer(), invoice));
    }
    Payment known = books.payment(fact.customer(), fact.payment());
    Instant recordedAt = fact.envelope().recordedAt();
    if (known != null && !recordedAt.isAfter(known.recordedAt())) {
      return;
    }
    if (known == null) {
      noteOld(fact, AppointmentKind.PAYMENT_IS_OLD, fact.payment().value());
    } else {
      takeBackUnless(now, known, fact, page);
    }
    now.forEach(
        (invoice, posting) -> page.on(fact.customer(), invoice, was -> fold.post(was, posting)));
    Payment payment =
        new Payment(
            fact.customer(), fact.payment(), fact.status(), List.copyOf(now.keySet()), recordedAt);
    books.put(payment);
  }

  private void takeBackUnless(
      Map<InvoiceId, Posting> now, Payment known, PaymentReceived fact, Page page) {
    for (InvoiceId invoice : known.invoices()) {
      if (!now.containsKey(invoice)) {
        page.on(fact.customer(), invoice, was -> fold.takeBack(was, fact));
      }
    }
  }

  private void answered(BuyerResponded fact, Page page) {
    LocalDate planned = fact.plannedPaymentOn();
    if (planned != null && firstSight(fact)) {
      PromiseToPay promise = new PromiseToPay(null, planned, PromiseSource.BUYER_SYSTEM);
      page.on(
          fact.customer(), fact.invoice(), was -> fold.promise(was, promise, fact.respondedOn()));
    }
  }

  private void contacted(CollectionOutcome fact, Page page) {
    if (!firstSight(fact)) {
      return;
    }
    PromiseToPay promise = fact.promise();
    if (fact.invoice() != null && promise != null) {
      page.on(
          fact.customer(), fact.invoice(), was -> fold.promise(was, promise, fact.contactedOn()));
    }
    page.add(
        new ContactMade(
            fact.customer(), fact.outcome(), fact.contactedOn(), fact.envelope().recordedAt()));
  }

  private boolean firstSight(Fact fact) {
    EventId id = fact.envelope().eventId();
    if (!books.sees(fact.customer(), id)) {
      return false;
    }
    noteOld(fact, AppointmentKind.EVENT_IS_OLD, id.value());
    return true;
  }

  private void noteOld(Fact fact, AppointmentKind kind, String id) {
    LocalDate recordedOn = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
    books.note(
        new Appointment(recordedOn.plusDays(policy.keepClosedDays()), kind, fact.customer(), id));
  }
}
