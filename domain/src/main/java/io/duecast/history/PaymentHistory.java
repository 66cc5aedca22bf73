package io.duecast.history;

import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.ContactMade;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer has paid so far: a fold of its account, bounded whatever its size.
 *
 * @param lastPaymentOn the latest value date of cash; null before the first
 */
public record PaymentHistory(
    IssueTally issued,
    OpenBook open,
    SettleTally settled,
    LossTally lost,
    CareTally care,
    @Nullable LocalDate lastPaymentOn) {
  public static final PaymentHistory NONE =
      new PaymentHistory(
          IssueTally.NONE, OpenBook.EMPTY, SettleTally.NONE, LossTally.NONE, CareTally.NONE, null);

  /** This history and one more line of the account. */
  public PaymentHistory after(AccountEntry entry, LabelPolicy policy) {
    return switch (entry) {
      case ContactMade contact -> withCare(care.contacted(contact.outcome(), contact.on()));
      case ReceivableChanged changed ->
          withOpen(open.moved(changed.before(), changed.after()))
              .afterChange(changed.change(), changed.before(), changed.after(), policy);
    };
  }

  /**
   * This history as if it had never heard of the issue of an invoice. What was said about it, and
   * what of it was paid, stays: that is known of the customer.
   *
   * @param standing its standing now
   */
  public PaymentHistory without(Invoice issue, Standing standing) {
    return withOpen(open.without(standing)).withIssued(issued.minus(issue));
  }

  private PaymentHistory afterChange(
      Change change, @Nullable Standing before, Standing after, LabelPolicy policy) {
    return switch (change) {
      case Change.Opened it -> withIssued(issued.plus(it.invoice()));
      case Change.Settled it -> settled(it.settlement(), after.issuedOn(), policy);
      case Change.Reopened it -> reopened(it.undone(), before, after, policy);
      case Change.PartlyPaid it -> {
        PaymentHistory paid = paidOn(it.on());
        yield after.isOpen() ? paid.withLost(lost.plusPartPayment()) : paid;
      }
      case Change.Recovered it -> paidOn(it.on()).withLost(lost.plusRecovered());
      case Change.WrittenOff it -> withLost(lost.plusWrittenOff(1));
      case Change.Withdrawn it -> withLost(lost.plusWithdrawn().plusWrittenOff(-given(before)));
      case Change.Disputed it -> withCare(care.disputed());
      case Change.DisputeEnded it -> withCare(care.disputeEnded(it.cycleDays()));
      case Change.Promised it -> withCare(care.promised(it.on()));
      case Change.PromiseKept it -> withCare(care.promiseEnded(true));
      case Change.PromiseBroken it -> withCare(care.promiseEnded(false));
      case Change.Amended it -> this;
      case Change.TakenBack it -> this;
      case Change.Credited it -> this;
      case Change.HoldPlaced it -> this;
      case Change.HoldReleased it -> this;
    };
  }

  private PaymentHistory settled(Settlement settlement, LocalDate issuedOn, LabelPolicy policy) {
    return settlement.by() == SettledBy.CREDIT
        ? this
        : paidOn(settlement.on()).withSettled(settled.plus(settlement, issuedOn, policy));
  }

  private PaymentHistory reopened(
      @Nullable Settlement undone, @Nullable Standing before, Standing after, LabelPolicy policy) {
    if (undone != null && undone.by() != SettledBy.CREDIT) {
      return withSettled(settled.minus(undone, after.issuedOn(), policy));
    }
    return withLost(lost.plusWrittenOff(-given(before)));
  }

  /** 1 if it had been given up, else 0. */
  private static int given(@Nullable Standing before) {
    return before != null && before.status() == ReceivableStatus.WRITTEN_OFF ? 1 : 0;
  }

  /**
   * Late beyond doubt: paid late, written off, or open and overdue beyond the grace. A customer
   * that leaves its old invoices unpaid does not look good by it.
   */
  public int knownLate(LocalDate asOf, LabelPolicy policy) {
    return settled.late() + lost.writtenOff() + overdue(asOf, policy);
  }

  /**
   * All of which it is known whether they are late: paid, written off, overdue beyond the grace.
   */
  public int knownOutcomes(LocalDate asOf, LabelPolicy policy) {
    return settled.invoices() + lost.writtenOff() + overdue(asOf, policy);
  }

  private int overdue(LocalDate asOf, LabelPolicy policy) {
    return open.dueBefore(asOf.minusDays(policy.graceDays()));
  }

  private PaymentHistory paidOn(LocalDate on) {
    boolean later = lastPaymentOn == null || on.isAfter(lastPaymentOn);
    return later ? new PaymentHistory(issued, open, settled, lost, care, on) : this;
  }

  private PaymentHistory withIssued(IssueTally value) {
    return new PaymentHistory(value, open, settled, lost, care, lastPaymentOn);
  }

  private PaymentHistory withOpen(OpenBook value) {
    return new PaymentHistory(issued, value, settled, lost, care, lastPaymentOn);
  }

  private PaymentHistory withSettled(SettleTally value) {
    return new PaymentHistory(issued, open, value, lost, care, lastPaymentOn);
  }

  private PaymentHistory withLost(LossTally value) {
    return new PaymentHistory(issued, open, settled, value, care, lastPaymentOn);
  }

  private PaymentHistory withCare(CareTally value) {
    return new PaymentHistory(issued, open, settled, lost, value, lastPaymentOn);
  }
}
