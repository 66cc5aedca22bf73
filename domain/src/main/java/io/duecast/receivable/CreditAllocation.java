package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.money.Money;

/** The part of a credit note that reduces one invoice; positive. */
public record CreditAllocation(InvoiceId invoice, Money amount) {
  public CreditAllocation {
    accept(
        amount.isPositive(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: credit of %s is not positive",
        invoice,
        amount);
  }
}
