package io.duecast.risk;

import static java.lang.Math.toIntExact;

import io.duecast.history.PaymentHistory;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invoice will be late, asked anew because what is owed of it, or by when, is another.
 *
 * @param changed after which it is asked
 * @param issued the invoice at its issue
 * @param before its standing before it was amended
 */
record NewQuestion(ReceivableChanged changed, Invoice issued, Standing before) {
  /**
   * The question that an entry of one fact may ask: an amendment of what is open, or the reopening
   * of what was settled until it was amended. Null if it asks none.
   */
  static @Nullable NewQuestion at(int index, List<AccountEntry> entries) {
    if (!(entries.get(index) instanceof ReceivableChanged changed)) {
      return null;
    }
    if (changed.change() instanceof Change.Amended it) {
      Standing before = changed.before();
      return before != null && before.isOpen()
          ? new NewQuestion(changed, it.issued(), before)
          : null;
    }
    boolean isLast = index + 1 == entries.size() || !isOf(changed, entries.get(index + 1));
    if (changed.change() instanceof Change.Reopened
        && isLast
        && index > 0
        && isOf(changed, entries.get(index - 1))
        && entries.get(index - 1) instanceof ReceivableChanged amended
        && amended.change() instanceof Change.Amended it) {
      Standing before = amended.before();
      return before != null && before.status() == ReceivableStatus.SETTLED
          ? new NewQuestion(changed, it.issued(), before)
          : null;
    }
    return null;
  }

  private static boolean isOf(ReceivableChanged one, AccountEntry other) {
    return other instanceof ReceivableChanged it
        && it.invoice().equals(one.invoice())
        && it.cause().equals(one.cause());
  }

  /** What is owed or by when has changed, and whether it will be late is not known already. */
  boolean isOpenOn(LocalDate day, LabelPolicy policy) {
    Standing after = changed.after();
    boolean isSame =
        before.dueOn().equals(after.dueOn()) && Objects.equals(before.payable(), after.payable());
    Money balance = after.balance();
    boolean isOwed = after.isOpen() && (balance == null || balance.isPositive());
    return !isSame
        && isOwed
        && !policy.isLate(toIntExact(ChronoUnit.DAYS.between(after.dueOn(), day)));
  }

  /** Whether it was settled before: then only with its reopening it counts as open again. */
  boolean isOwedAgain() {
    return before.status() == ReceivableStatus.SETTLED;
  }

  /** The invoice that is asked about. */
  Invoice invoice() {
    return issued.amended(changed.after().payable(), changed.after().dueOn());
  }

  /** A history without it; of one that is owed again, with its reopening. */
  PaymentHistory without(PaymentHistory history) {
    return history.without(issued, isOwedAgain() ? changed.after() : before);
  }
}
