package io.duecast.simulator;

import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.BuyerStatus;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PaymentStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened, before anybody wrote it down; amounts in minor units. */
sealed interface Step {

  /** A customer is known, or known anew: its master data if it is the first time. */
  record Known(Buyer buyer, boolean first, long insolventOn) implements Step {}

  /** An invoice was sent. */
  record Issued(InvoiceLife life) implements Step {}

  /** One payment of a customer. */
  record Payment(List<Paid> parts) implements Step {}

  /** The money came back, or never came, after {@code paid} had been told. */
  record Undone(Paid paid, PaymentStatus status) implements Step {}

  /** Nothing is left to pay, and cash was the last of it. */
  record Settled(InvoiceLife life) implements Step {}

  record Credited(InvoiceLife life, int number, long amount) implements Step {}

  record Amended(InvoiceLife life, AmendmentType type, Terms before, Terms after, long version)
      implements Step {}

  /** An amount of 0 is the whole. */
  record Disputed(InvoiceLife life, long amount, String reason) implements Step {}

  record DisputeEnded(InvoiceLife life, String resolution) implements Step {}

  /** A planned day of 0 is none. */
  record Responded(InvoiceLife life, BuyerStatus status, long plannedDay) implements Step {}

  /** A promised day of 0 is none. */
  record Contacted(InvoiceLife life, OutcomeKind outcome, long promisedDay) implements Step {}

  /** What is owed and by when. */
  record Terms(long payable, long dueDay) {}

  /**
   * The part of a payment that goes to one invoice.
   *
   * @param part the number of the payment among those of its invoice, from 1
   * @param unapplied what came with it and belongs to no invoice
   * @param alone whether it is a payment of its own, that can come back
   * @param fails whether it never becomes cash
   */
  record Paid(
      InvoiceLife life,
      int part,
      long valueDay,
      long cash,
      long discount,
      long shortPaid,
      @Nullable String reason,
      long writtenOff,
      long unapplied,
      boolean alone,
      boolean fails) {}

  /** Who is told. */
  interface Listener {
    void tell(long day, Step step);
  }
}
