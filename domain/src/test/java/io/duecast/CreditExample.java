package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.CreditAllocation;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CreditNoteId;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit note being applied. */
public final class CreditExample {
  private final String id;
  private CustomerId customer = Examples.ACME;
  private LocalDate on = Examples.FIRST_DAY.plusDays(7);
  private @Nullable Instant recordedAt;
  private final List<CreditAllocation> allocations = new ArrayList<>();

  CreditExample(String id) {
    this.id = id;
  }

  public CreditExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public CreditExample on(String date) {
    return on(Examples.day(date));
  }

  public CreditExample on(LocalDate date) {
    on = date;
    return this;
  }

  public CreditExample to(String invoice, String euros) {
    return to(invoice, Examples.eur(euros));
  }

  public CreditExample to(String invoice, Money amount) {
    allocations.add(new CreditAllocation(new InvoiceId(invoice), amount));
    return this;
  }

  public CreditExample recordedAt(Instant at) {
    recordedAt = at;
    return this;
  }

  public CreditApplied fact() {
    Instant at = recordedAt == null ? Examples.morningOf(on) : recordedAt;
    return new CreditApplied(
        Examples.envelope("credit-" + id + "-" + at, at),
        new CreditNoteId(id),
        customer,
        on,
        allocations);
  }
}
