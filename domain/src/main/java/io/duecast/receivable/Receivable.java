package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice and all that has become of it. It may begin before its invoice is known: a payment
 * that comes first waits here.
 *
 * @param invoice as issued; null while it is awaited
 * @param payable in force; null if unknown
 * @param dueOn in force; null while the invoice is awaited
 * @param version of the last amendment; 0 before the first
 * @param postings at most {@value Postings#LIMIT}, in order of value date
 * @param declaredSettledOn when the source said, without detail, that it is paid; null if it did
 *     not
 * @param declaredAt when that word was last given or taken back, to know a stale one by
 * @param closedOn the day of the closing; null if there is none
 * @param settlement null while something is left to pay
 * @param disputes at most {@value #DISPUTES}, the latest
 * @param waiting amendments that came before the invoice; at most {@value #WAITING}
 */
public record Receivable(
    CustomerId customer,
    InvoiceId id,
    @Nullable Invoice invoice,
    @Nullable Money payable,
    @Nullable LocalDate dueOn,
    long version,
    List<Posting> postings,
    @Nullable LocalDate declaredSettledOn,
    @Nullable Instant declaredAt,
    Closing closing,
    @Nullable LocalDate closedOn,
    @Nullable Settlement settlement,
    List<Dispute> disputes,
    @Nullable PromiseToPay promise,
    boolean onHold,
    List<InvoiceAmended> waiting) {
  static final int DISPUTES = 32;
  static final int WAITING = 16;

  public Receivable {
    postings = List.copyOf(postings);
    disputes = List.copyOf(disputes);
    waiting = List.copyOf(waiting);
  }

  /** An invoice that is not known yet. */
  static Receivable awaited(CustomerId customer, InvoiceId id) {
    return new Receivable(
        customer,
        id,
        null,
        null,
        null,
        0,
        List.of(),
        null,
        null,
        Closing.NONE,
        null,
        null,
        List.of(),
        null,
        false,
        List.of());
  }

  public ReceivableStatus status() {
    if (invoice == null) {
      return ReceivableStatus.AWAITED;
    }
    return switch (closing) {
      case WITHDRAWN -> ReceivableStatus.WITHDRAWN;
      case WRITTEN_OFF -> ReceivableStatus.WRITTEN_OFF;
      case NONE, UNKNOWN -> settlement == null ? ReceivableStatus.OPEN : ReceivableStatus.SETTLED;
    };
  }

  /**
   * What is left to pay: zero once settled by word alone, negative if overpaid, null if unknown.
   */
  public @Nullable Money balance() {
    if (payable == null) {
      return null;
    }
    Money left = payable;
    for (Posting posting : postings) {
      left = left.minus(posting.reliefIn(left.currency()));
    }
    boolean byWord = declaredSettledOn != null && closing != Closing.WITHDRAWN;
    return byWord && left.isPositive() ? Money.zero(left.currency()) : left;
  }

  /** When it was settled or closed; null while it is neither. */
  @Nullable LocalDate endedOn() {
    return settlement == null ? closedOn : settlement.on();
  }

  /** The position, for whoever reads the changes. Not for an awaited invoice. */
  Standing standing() {
    if (invoice == null || dueOn == null) {
      throw new IllegalStateException("invoice " + id + " is not known yet");
    }
    return new Standing(
        status(),
        payable,
        balance(),
        total(PostingKind.CASH),
        total(PostingKind.CREDIT),
        invoice.issuedOn(),
        dueOn,
        invoice.dueOn(),
        settlement == null ? null : settlement.on(),
        isDisputed(),
        onHold,
        promise == null ? null : promise.on());
  }

  private boolean isDisputed() {
    for (Dispute dispute : disputes) {
      if (dispute.isOpen()) {
        return true;
      }
    }
    return false;
  }

  /** What came of one kind; null if the payable amount is unknown. */
  @Nullable Money total(PostingKind kind) {
    if (payable == null) {
      return null;
    }
    Money total = Money.zero(payable.currency());
    for (Posting posting : postings) {
      total = posting.kind() == kind ? total.plus(posting.valueIn(total.currency())) : total;
    }
    return total;
  }

  ReceivableBuilder but() {
    return new ReceivableBuilder(this);
  }
}
