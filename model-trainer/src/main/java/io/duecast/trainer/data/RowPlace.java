package io.duecast.trainer.data;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where an invoice stands among the rows to learn from: by issue, then by id, then by customer. The
 * order decides which rows a tree draws, so with this one the same invoices make the same model,
 * wherever they were read.
 */
public record RowPlace(LocalDate issuedOn, InvoiceId invoice, CustomerId customer)
    implements Comparable<RowPlace> {
  private static final Comparator<RowPlace> ORDER =
      Comparator.comparing(RowPlace::issuedOn)
          .thenComparing(it -> it.invoice().value())
          .thenComparing(it -> it.customer().value());

  @Override
  public int compareTo(RowPlace other) {
    return ORDER.compare(this, other);
  }
}
