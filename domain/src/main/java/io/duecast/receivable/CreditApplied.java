package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.List;

/** A credit note was set against invoices: what is owed falls without cash. */
public record CreditApplied(
    Envelope envelope,
    CreditNoteId creditNote,
    CustomerId customer,
    LocalDate appliedOn,
    List<CreditAllocation> allocations)
    implements Fact {
  public CreditApplied {
    PlausibleDate.check("application date", creditNote, appliedOn);
    allocations = List.copyOf(allocations);
    accept(
        !allocations.isEmpty(),
        RejectReason.CONTRACT_VIOLATION,
        "credit note %s is set against no invoice",
        creditNote);
    Money first = allocations.getFirst().amount();
    for (CreditAllocation allocation : allocations) {
      accept(
          allocation.amount().currency().equals(first.currency()),
          RejectReason.CURRENCY_MISMATCH,
          "credit note %s is of %s and of %s",
          creditNote,
          first,
          allocation.amount());
    }
  }
}
