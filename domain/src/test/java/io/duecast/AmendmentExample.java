package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceTerms;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amendment in the making: first the options, then what was amended. */
public final class AmendmentExample {
  private final String invoice;
  private CustomerId customer = Examples.ACME;
  private LocalDate on = Examples.FIRST_DAY.plusDays(5);
  private long version = 1;
  private @Nullable Instant recordedAt;

  AmendmentExample(String invoice) {
    this.invoice = invoice;
  }

  public AmendmentExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public AmendmentExample on(String date) {
    return on(Examples.day(date));
  }

  public AmendmentExample on(LocalDate date) {
    on = date;
    return this;
  }

  public AmendmentExample version(long value) {
    version = value;
    return this;
  }

  public AmendmentExample recordedAt(Instant at) {
    recordedAt = at;
    return this;
  }

  public InvoiceAmended dueOn(String date) {
    return dueOn(Examples.day(date));
  }

  public InvoiceAmended dueOn(LocalDate date) {
    return fact(AmendmentType.DUE_DATE_CHANGED, new InvoiceTerms(null, date, null));
  }

  public InvoiceAmended dueIn(int days) {
    return fact(AmendmentType.TERMS_CHANGED, new InvoiceTerms(null, null, days));
  }

  public InvoiceAmended payable(Money amount) {
    return fact(AmendmentType.AMOUNT_CORRECTED, new InvoiceTerms(amount, null, null));
  }

  public InvoiceAmended as(AmendmentType type) {
    return fact(type, null);
  }

  private InvoiceAmended fact(AmendmentType type, @Nullable InvoiceTerms after) {
    Instant at = recordedAt == null ? Examples.morningOf(on) : recordedAt;
    return new InvoiceAmended(
        Examples.envelope("amended-" + invoice + "-" + version, at),
        new InvoiceId(invoice),
        customer,
        type,
        null,
        after,
        on,
        version);
  }
}
