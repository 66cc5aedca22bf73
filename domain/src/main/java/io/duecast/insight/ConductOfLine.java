package io.duecast.insight;

import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What one line of an account says of how the customer behaves. */
final class ConductOfLine {
  private ConductOfLine() {}

  /**
   * @param cash that the line brought
   */
  static Conduct of(ReceivableChanged line, BigDecimal cash, LabelPolicy policy) {
    return counted(line, policy).plus(paid(line, cash));
  }

  private static Conduct counted(ReceivableChanged line, LabelPolicy policy) {
    return switch (line.change()) {
      case Change.Opened it -> Conduct.opened(it.invoice().payable() == null);
      case Change.Settled it -> settled(it.settlement(), 1, policy);
      case Change.Reopened it -> settled(it.undone(), -1, policy);
      case Change.PromiseKept it -> Conduct.promise(true);
      case Change.PromiseBroken it -> Conduct.promise(false);
      case Change.DisputeEnded it -> Conduct.disputeEnded(it.cycleDays());
      case Change.Amended it -> Conduct.NONE;
      case Change.PartlyPaid it -> Conduct.NONE;
      case Change.TakenBack it -> Conduct.NONE;
      case Change.Disputed it -> Conduct.NONE;
      case Change.Promised it -> Conduct.NONE;
      case Change.HoldPlaced it -> Conduct.NONE;
      case Change.HoldReleased it -> Conduct.NONE;
      case Change.Credited it -> Conduct.NONE;
      case Change.WrittenOff it -> Conduct.NONE;
      case Change.Recovered it -> Conduct.NONE;
      case Change.Withdrawn it -> Conduct.NONE;
    };
  }

  private static Conduct settled(
      @Nullable Settlement settlement, int invoices, LabelPolicy policy) {
    return settlement == null || settlement.by() == SettledBy.CREDIT
        ? Conduct.NONE
        : Conduct.settled(invoices, !policy.isLate(settlement.daysPastDue()));
  }

  private static Conduct paid(ReceivableChanged line, BigDecimal cash) {
    LocalDate on = valueDate(line.change());
    if (on == null || cash.signum() <= 0) {
      return Conduct.NONE;
    }
    return Conduct.paid(
        cash,
        ChronoUnit.DAYS.between(line.after().dueOn(), on),
        ChronoUnit.DAYS.between(line.after().issuedOn(), on));
  }

  /**
   * Null where no money comes: an amended amount is no payment, whatever it makes of the balance.
   */
  private static @Nullable LocalDate valueDate(Change change) {
    return switch (change) {
      case Change.Settled it -> it.settlement().on();
      case Change.PartlyPaid it -> it.on();
      case Change.Recovered it -> it.on();
      case Change.Reopened it -> it.on();
      default -> null;
    };
  }
}
