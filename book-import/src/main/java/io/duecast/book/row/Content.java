package io.duecast.book.row;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a row says. The facts in it are drafts: their envelopes come with the plan. */
public sealed interface Content {
  /**
   * An invoice, and its settlement if it stands in the same row.
   *
   * @param dueOn given, or derived from the terms
   * @param derivedId true if the id comes from a template, so that equal ones are told apart
   * @param recordedAt null if the file does not say
   */
  record OfInvoice(
      InvoiceIssued draft,
      LocalDate dueOn,
      boolean derivedId,
      @Nullable Instant recordedAt,
      @Nullable LocalDate settledOn,
      @Nullable Money settledAmount,
      @Nullable Instant settledRecordedAt)
      implements Content {}

  /** An invoice is closed. */
  record OfSettlement(
      CustomerId customer,
      InvoiceId invoice,
      LocalDate settledOn,
      @Nullable Money amount,
      @Nullable Instant recordedAt)
      implements Content {}

  /**
   * Money came in.
   *
   * @param amount the whole payment if {@code allocated} says the part for the invoice, else that
   */
  record OfPayment(
      CustomerId customer,
      PaymentId payment,
      PaymentStatus status,
      Money amount,
      @Nullable Money allocated,
      @Nullable InvoiceId invoice,
      LocalDate valueOn,
      @Nullable LocalDate bookedOn,
      @Nullable String paymentMeans,
      @Nullable Instant recordedAt)
      implements Content {}

  /**
   * Something about a customer.
   *
   * @param knownFrom null if it has no date
   */
  record OfCustomer(
      CustomerUpdated draft, @Nullable LocalDate knownFrom, @Nullable Instant recordedAt)
      implements Content {}
}
