package io.duecast.simulator;

import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CreditAllocation;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import java.util.List;

/** The invoices that a fact is about. */
final class About {
  private About() {}

  static List<InvoiceId> invoices(Fact fact) {
    return switch (fact) {
      case InvoiceIssued issued -> List.of(issued.invoice());
      case InvoiceAmended amended -> List.of(amended.invoice());
      case CreditApplied credit ->
          credit.allocations().stream().map(CreditAllocation::invoice).toList();
      case PaymentReceived payment ->
          payment.allocations().stream().map(PaymentAllocation::invoice).toList();
      case PaymentSettled settled -> List.of(settled.invoice());
      case DisputeOpened opened -> List.of(opened.invoice());
      case DisputeResolved resolved -> List.of(resolved.invoice());
      case BuyerResponded response -> List.of(response.invoice());
      case CollectionOutcome contact ->
          contact.invoice() == null ? List.of() : List.of(contact.invoice());
      case CustomerUpdated updated -> List.of();
    };
  }
}
