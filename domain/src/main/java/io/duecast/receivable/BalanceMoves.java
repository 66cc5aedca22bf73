package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came or went while an invoice stayed open, settled or closed, as it was. */
final class BalanceMoves {
  private BalanceMoves() {}

  /** In the order cash, credit, what was taken back; none if nothing moved. */
  static List<Step.Move> between(Receivable before, Receivable after, LocalDate on) {
    List<Change> changes = new ArrayList<>();
    if (after.payable() == null) {
      ofUnknownAmount(before, after, on, changes);
    } else {
      ofKnownAmount(before, after, on, changes);
    }
    return changes.stream().map(it -> new Step.Move(it, after.standing())).toList();
  }

  /** How much more there is of a kind; null if the payable amount is unknown. */
  static @Nullable Money delta(Receivable before, Receivable after, PostingKind kind) {
    Money was = before.total(kind);
    Money is = after.total(kind);
    return was == null || is == null ? null : is.minus(was);
  }

  private static void ofKnownAmount(
      Receivable before, Receivable after, LocalDate on, List<Change> changes) {
    Money cash = delta(before, after, PostingKind.CASH);
    Money credit = delta(before, after, PostingKind.CREDIT);
    Money was = before.balance();
    Money is = after.balance();
    if (cash == null || credit == null || was == null || is == null) {
      return;
    }
    if (cash.isPositive()) {
      changes.add(cashCame(before, after, cash, on));
    }
    if (credit.isPositive()) {
      changes.add(new Change.Credited(credit, on));
    }
    Money zero = Money.zero(cash.currency());
    Money back = cash.min(zero).plus(credit.min(zero));
    if (!back.isZero()) {
      changes.add(new Change.TakenBack(back.negated(), on));
    }
    if (changes.isEmpty() && !is.equals(was)) {
      boolean less = is.compareTo(was) < 0;
      changes.add(
          less
              ? cashCame(before, after, was.minus(is), on)
              : new Change.TakenBack(is.minus(was), on));
    }
  }

  private static void ofUnknownAmount(
      Receivable before, Receivable after, LocalDate on, List<Change> changes) {
    long cash = count(after, PostingKind.CASH) - count(before, PostingKind.CASH);
    long credit = count(after, PostingKind.CREDIT) - count(before, PostingKind.CREDIT);
    boolean bySayingSo =
        after.declaredSettledOn() != null
            && before.declaredSettledOn() == null
            && after.closing() == Closing.WRITTEN_OFF;
    if (cash > 0 || bySayingSo) {
      changes.add(cashCame(before, after, null, on));
    }
    if (credit > 0) {
      changes.add(new Change.Credited(null, on));
    }
    if (cash < 0 || credit < 0) {
      changes.add(new Change.TakenBack(null, on));
    }
  }

  private static long count(Receivable state, PostingKind kind) {
    return state.postings().stream().filter(it -> it.kind() == kind).count();
  }

  /** What was recovered by word is not recovered again when the payment is told in detail. */
  private static Change cashCame(
      Receivable before, Receivable after, @Nullable Money amount, LocalDate on) {
    boolean recovered =
        after.closing() == Closing.WRITTEN_OFF && before.declaredSettledOn() == null;
    return recovered
        ? new Change.Recovered(amount, on)
        : new Change.PartlyPaid(amount, on, Settling.lastMeans(after.postings()));
  }
}
