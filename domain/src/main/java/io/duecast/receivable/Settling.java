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
      boolean byCash = is.by() == SettledBy.CASH;
      Receivable end = byCash ? after : after.but().promise(null).build();
      moves.add(new Step.Move(new Change.Settled(is), end.standing()));
      return new Step(end, moves).then(Promises.met(end, is.on()));
    }
    if (moves.isEmpty()) {
      moves.addAll(BalanceMoves.between(before, after, on));
      return new Step(after, moves).then(Promises.metInPart(before, after, on));
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
      left = left.minus(posting.reliefIn(left.currency()));
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

  /** How the latest cash came; null if there is none, or it is not known. */
  static @Nullable String lastMeans(List<Posting> postings) {
    String means = null;
    for (Posting posting : postings) {
      means = posting.kind() == PostingKind.CASH ? posting.paymentMeansCode() : means;
    }
    return means;
  }
}
