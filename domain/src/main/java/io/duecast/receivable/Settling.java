package io.duecast.receivable;

import static java.lang.Math.toIntExact;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When is nothing left to pay, and what follows from it for those who read the changes. */
final class Settling {
  private final LedgerPolicy policy;

  Settling(LedgerPolicy policy) {
    this.policy = policy;
  }

  /** The moves from a known invoice to the same with other postings, amount or closing. */
  Step step(Receivable before, Receivable raw, LocalDate on) {
    Receivable after = settled(raw);
    if (after.invoice() == null) {
      return Step.silent(after);
    }
    List<Step.Move> moves = new ArrayList<>();
    Settlement was = before.settlement();
    Settlement is = after.settlement();
    if (was != null && !was.equals(is)) {
      Receivable open = after.but().settlement(null).build();
      moves.add(new Step.Move(new Change.Reopened(on, was), open.standing()));
    }
    if (is != null && !is.equals(was)) {
      moves.add(new Step.Move(new Change.Settled(is), after.standing()));
      return new Step(after, moves).then(promiseMet(after, is.on()));
    }
    if (was == null && is == null && after.closing() == before.closing()) {
      balanceMoved(before, after, on, moves);
    }
    return new Step(after, moves);
  }

  /** The receivable with the settlement that follows from its postings. */
  private Receivable settled(Receivable state) {
    LocalDate dueOn = state.dueOn();
    LocalDate on = state.closing() == Closing.NONE ? settledOn(state) : null;
    Settlement known = state.settlement();
    if (on == null || dueOn == null) {
      return known == null ? state : state.but().settlement(null).build();
    }
    if (known != null && known.on().equals(on) && known.by() == settledBy(state)) {
      return state;
    }
    int daysPastDue = toIntExact(ChronoUnit.DAYS.between(dueOn, on));
    Settlement settlement =
        new Settlement(on, daysPastDue, settledBy(state), lastMeans(state.postings()));
    return state.but().settlement(settlement).build();
  }

  private @Nullable LocalDate settledOn(Receivable state) {
    if (state.declaredSettledOn() != null) {
      return state.declaredSettledOn();
    }
    Money left = state.payable();
    if (left == null) {
      return null;
    }
    for (Posting posting : state.postings()) {
      left = left.minus(posting.relief());
      if (left.amount().compareTo(policy.tolerance()) <= 0) {
        return posting.on();
      }
    }
    return null;
  }

  private static SettledBy settledBy(Receivable state) {
    Money paid = state.total(PostingKind.CASH);
    Money credited = state.total(PostingKind.CREDIT);
    boolean byCredit =
        state.declaredSettledOn() == null
            && paid != null
            && credited != null
            && credited.compareTo(paid) > 0;
    return byCredit ? SettledBy.CREDIT : SettledBy.CASH;
  }

  private static @Nullable String lastMeans(List<Posting> postings) {
    String means = null;
    for (Posting posting : postings) {
      means = posting.kind() == PostingKind.CASH ? posting.paymentMeansCode() : means;
    }
    return means;
  }

  private static void balanceMoved(
      Receivable before, Receivable after, LocalDate on, List<Step.Move> moves) {
    String means = lastMeans(after.postings());
    boolean writtenOff = after.closing() == Closing.WRITTEN_OFF;
    int more = after.postings().size() - before.postings().size();
    if (after.payable() == null) {
      if (more > 0) {
        moves.add(new Step.Move(new Change.PartlyPaid(null, on, means), after.standing()));
      }
      return;
    }
    Money cash = delta(before.total(PostingKind.CASH), after.total(PostingKind.CASH));
    Money credit = delta(before.total(PostingKind.CREDIT), after.total(PostingKind.CREDIT));
    if (cash != null && cash.isPositive()) {
      Change change =
          writtenOff ? new Change.Recovered(cash, on) : new Change.PartlyPaid(cash, on, means);
      moves.add(new Step.Move(change, after.standing()));
    }
    if (credit != null && credit.isPositive()) {
      moves.add(new Step.Move(new Change.Credited(credit, on), after.standing()));
    }
    Money back = takenBack(cash, credit);
    if (back != null) {
      moves.add(new Step.Move(new Change.TakenBack(back, on), after.standing()));
    }
  }

  private static @Nullable Money delta(@Nullable Money before, @Nullable Money after) {
    return before == null || after == null ? after : after.minus(before);
  }

  private static @Nullable Money takenBack(@Nullable Money cash, @Nullable Money credit) {
    if (cash == null || credit == null) {
      return null;
    }
    Money zero = Money.zero(cash.currency());
    Money back = cash.min(zero).plus(credit.min(zero));
    return back.isZero() ? null : back.negated();
  }

  private static Step promiseMet(Receivable state, LocalDate on) {
    PromiseToPay promise = state.promise();
    if (promise == null) {
      return Step.silent(state);
    }
    Receivable free = state.but().promise(null).build();
    return on.isAfter(promise.on())
        ? Step.of(free, new Change.PromiseBroken(promise.on(), on))
        : Step.of(free, new Change.PromiseKept(promise.on(), on));
  }
}
