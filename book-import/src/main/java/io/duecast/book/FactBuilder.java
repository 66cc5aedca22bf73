package io.duecast.book;

import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the facts that were planned.
 *
 * @param source the book's name
 */
record FactBuilder(Instant ingestedAt, String source) {
  Fact build(Planned plan) {
    Envelope envelope =
        new Envelope(
            new EventId(plan.eventId()),
            plan.occurredAt(),
            plan.recordedAt(),
            ingestedAt,
            source,
            plan.sourceRow(),
            true);
    return switch (plan.rows().getFirst().content()) {
      case Content.OfInvoice invoice ->
          plan.what() == What.INVOICE
              ? invoice(invoice.draft(), envelope, plan.id())
              : settlement(invoice, envelope, plan.id());
      case Content.OfSettlement settled ->
          new PaymentSettled(
              envelope,
              settled.invoice(),
              settled.customer(),
              settled.settledOn(),
              settled.amount());
      case Content.OfPayment payment -> payment(payment, plan.rows(), envelope);
      case Content.OfCustomer customer ->
          customer(customer.draft(), envelope, LocalDate.ofEpochDay(plan.effectiveDay()));
    };
  }

  private static PaymentSettled settlement(
      Content.OfInvoice content, Envelope envelope, String id) {
    LocalDate settledOn = content.settledOn();
    if (settledOn == null) {
      throw new IllegalStateException("invoice " + id + " is open and has a settlement planned");
    }
    return new PaymentSettled(
        envelope,
        new InvoiceId(id),
        content.draft().customer(),
        settledOn,
        content.settledAmount());
  }

  private static PaymentReceived payment(
      Content.OfPayment first, List<BookRow> rows, Envelope envelope) {
    List<PaymentAllocation> allocations = new ArrayList<>();
    Money sum = Money.zero(first.amount().currency());
    boolean wholeInEachRow = first.allocated() != null;
    for (BookRow row : rows) {
      Content.OfPayment part = (Content.OfPayment) row.content();
      Money allocated = part.allocated();
      requireAgreement(first, part, wholeInEachRow);
      Money share = allocated == null ? part.amount() : allocated;
      InvoiceId invoice = part.invoice();
      if (invoice != null) {
        allocations.add(new PaymentAllocation(invoice, share, null, null, null, null));
      }
      sum = sum.plus(part.amount());
    }
    return new PaymentReceived(
        envelope,
        first.payment(),
        first.customer(),
        first.status(),
        wholeInEachRow ? first.amount() : sum,
        first.bookedOn(),
        first.valueOn(),
        first.paymentMeans(),
        allocations,
        null);
  }

  private static void requireAgreement(
      Content.OfPayment first, Content.OfPayment part, boolean wholeInEachRow) {
    boolean agree =
        part.valueOn().equals(first.valueOn())
            && part.amount().currency().equals(first.amount().currency())
            && (part.allocated() != null) == wholeInEachRow
            && (!wholeInEachRow || part.amount().equals(first.amount()));
    if (!agree) {
      throw new PaymentContradictionException(
          "%s on %s beside %s on %s"
              .formatted(first.amount(), first.valueOn(), part.amount(), part.valueOn()));
    }
  }

  private static InvoiceIssued invoice(InvoiceIssued draft, Envelope envelope, String id) {
    return new InvoiceIssued(
        envelope,
        new InvoiceId(id),
        draft.customer(),
        draft.documentType(),
        draft.issuedOn(),
        draft.dueOn(),
        draft.termDays(),
        draft.payable(),
        draft.prepaid(),
        draft.functional(),
        draft.paymentMeansCode(),
        draft.discountTerms(),
        draft.instalments(),
        draft.precedingInvoices(),
        draft.sellerEntity(),
        draft.deliveryChannel(),
        draft.attributes());
  }

  private static CustomerUpdated customer(
      CustomerUpdated draft, Envelope envelope, LocalDate effectiveFrom) {
    return new CustomerUpdated(
        envelope,
        draft.customer(),
        draft.name(),
        draft.partyType(),
        draft.country(),
        draft.industryScheme(),
        draft.industryCode(),
        draft.sizeClass(),
        draft.segment(),
        draft.registeredOn(),
        draft.creditLimit(),
        draft.rating(),
        draft.directDebitMandate(),
        draft.preferredPaymentMeans(),
        draft.dunningBlocked(),
        draft.dunningBlockedUntil(),
        draft.timeZone(),
        draft.language(),
        draft.crmSignals(),
        draft.attributes(),
        effectiveFrom);
  }
}
