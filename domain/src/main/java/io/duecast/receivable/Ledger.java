package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.calendar.DayOpened;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Page page = new Page(books, policy, Page.Heading.of(fact));
    try {
      write(fact, page);
    } catch (RejectedException e) {
      return Entries.refused(e.rejection());
    }
    return page.commit();
  }

  private void write(Fact fact, Page page) {
    switch (fact) {
      case InvoiceIssued it -> issued(it, page);
      case InvoiceAmended it -> page.on(it.invoice(), was -> fold.amend(was, it));
      case CreditApplied it -> credited(it, page);
      case PaymentReceived it -> paid(it, page);
      case PaymentSettled it -> page.on(it.invoice(), was -> fold.declareSettled(was, it));
      case DisputeOpened it -> page.on(it.invoice(), was -> fold.dispute(was, it));
      case DisputeResolved it -> page.on(it.invoice(), was -> fold.endDispute(was, it));
      case BuyerResponded it -> answered(it, page);
      case CollectionOutcome it -> contacted(it, page);
      case CustomerUpdated it -> {}
    }
  }

  /** What the passing of a day brings: promises are broken, what is old is forgotten. */
  public Entries after(DayOpened day, Instant recordedAt) {
    List<AccountEntry> entries = new ArrayList<>();
    for (Appointment appointment : books.due(day.date())) {
      switch (appointment.kind()) {
        case PROMISE_ENDS -> entries.addAll(promiseEnds(appointment, day, recordedAt));
        case INVOICE_IS_OLD -> forgetIfClosed(appointment, day.date());
        case PAYMENT_IS_OLD, EVENT_IS_OLD, UNKNOWN -> books.forget(appointment);
      }
    }
    return Entries.of(entries, List.of());
  }

  /** One page an invoice, so that its changes have ids of their own wherever the day is read. */
  private List<AccountEntry> promiseEnds(
      Appointment appointment, DayOpened day, Instant recordedAt) {
    CustomerId customer = appointment.customer();
    EventId cause = new EventId("day-" + day.date() + ":" + customer + ":" + appointment.id());
    Page page =
        new Page(books, policy, new Page.Heading(customer, cause, recordedAt, day.replayed()));
    page.on(new InvoiceId(appointment.id()), was -> fold.breakPromise(was, day.date()));
    return page.commit().entries();
  }

  private void forgetIfClosed(Appointment appointment, LocalDate today) {
    Receivable known = books.receivable(appointment.customer(), new InvoiceId(appointment.id()));
    if (known == null || known.status() == ReceivableStatus.OPEN) {
      return;
    }
    LocalDate endedOn = known.endedOn();
    if (endedOn == null || !endedOn.plusDays(policy.keepClosedDays()).isAfter(today)) {
      books.forget(appointment);
    }
  }

  private void issued(InvoiceIssued fact, Page page) {
    Money amount = fact.payable();
    if (fact.documentType() != DocumentType.CREDIT_NOTE) {
      page.on(fact.invoice(), was -> fold.open(was, fact));
    } else if (amount != null && fact.precedingInvoices().size() == 1) {
      page.onlyOnce();
      Posting posting = credit(fact.invoice().value(), amount, fact.issuedOn());
      page.on(fact.precedingInvoices().getFirst(), was -> fold.post(was, posting));
    }
  }

  private void credited(CreditApplied fact, Page page) {
    page.onlyOnce();
    Map<InvoiceId, Money> credits = new LinkedHashMap<>();
    for (CreditAllocation part : fact.allocations()) {
      credits.merge(part.invoice(), part.amount(), Money::plus);
    }
    credits.forEach(
        (invoice, amount) -> {
          Posting posting = credit(fact.creditNote().value(), amount, fact.appliedOn());
          page.on(invoice, was -> fold.post(was, posting));
        });
  }

  private static Posting credit(String source, Money amount, LocalDate on) {
    return new Posting(source, PostingKind.CREDIT, amount, null, null, on, null);
  }

  private void paid(PaymentReceived fact, Page page) {
    Map<InvoiceId, Posting> now = CashPostings.of(fact);
    Payment known = books.payment(fact.customer(), fact.payment());
    if (known != null && !known.isOvertakenBy(fact)) {
      refuseIfItContradicts(fact, known, now);
      return;
    }
    if (known == null) {
      page.noteOld(AppointmentKind.PAYMENT_IS_OLD, fact.payment().value());
    }
    for (InvoiceId invoice : paidBefore(fact, known)) {
      if (!now.containsKey(invoice)) {
        page.on(invoice, was -> fold.takeBack(was, fact));
      }
    }
    now.forEach((invoice, posting) -> page.on(invoice, was -> fold.post(was, posting)));
    page.put(
        new Payment(
            fact.customer(),
            fact.payment(),
            fact.status(),
            List.copyOf(now.keySet()),
            fact.envelope().recordedAt()));
  }

  /** One taken back tells of what it had paid, even if that was never heard. */
  private static Set<InvoiceId> paidBefore(PaymentReceived fact, @Nullable Payment known) {
    Set<InvoiceId> invoices = new LinkedHashSet<>();
    if (known != null) {
      invoices.addAll(known.invoices());
    }
    if (fact.status().isTakenBack()) {
      fact.allocations().forEach(it -> invoices.add(it.invoice()));
    }
    return invoices;
  }

  private void refuseIfItContradicts(
      PaymentReceived fact, Payment known, Map<InvoiceId, Posting> now) {
    if (!known.isOfTheMomentOf(fact)) {
      return;
    }
    boolean same = Set.copyOf(known.invoices()).equals(now.keySet());
    for (Map.Entry<InvoiceId, Posting> entry : now.entrySet()) {
      Receivable is = books.receivable(fact.customer(), entry.getKey());
      same &= is == null || Postings.agree(is.postings(), entry.getValue());
    }
    accept(
        same,
        RejectReason.CONFLICTING_REPEAT,
        "payment %s is known as of %s, with other allocations",
        fact.payment(),
        known.recordedAt());
  }

  private void answered(BuyerResponded fact, Page page) {
    LocalDate planned = fact.plannedPaymentOn();
    if (planned != null) {
      page.onlyOnce();
      PromiseToPay promise = new PromiseToPay(null, planned, PromiseSource.BUYER_SYSTEM);
      page.on(fact.invoice(), was -> fold.promise(was, promise, fact.respondedOn()));
    }
  }

  private void contacted(CollectionOutcome fact, Page page) {
    page.onlyOnce();
    PromiseToPay promise = fact.promise();
    if (fact.invoice() != null && promise != null) {
      page.on(fact.invoice(), was -> fold.promise(was, promise, fact.contactedOn()));
    }
    if (fact.outcome() != OutcomeKind.REVIEWED) {
      page.add(
          new ContactMade(
              fact.customer(), fact.outcome(), fact.contactedOn(), fact.envelope().recordedAt()));
    }
  }
}
