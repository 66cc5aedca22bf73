package io.duecast.receivable;

import io.duecast.check.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fact makes of a receivable.
 *
 * @param state the receivable from now on
 * @param moves what became of it, each with the standing after it; empty if the fact is a repeat,
 *     is stale, or waits for its invoice
 * @param leftOut what had waited for the invoice and does not fit it
 */
record Step(Receivable state, List<Move> moves, List<Rejection> leftOut) {
  /** One change, and the standing that it leads to. */
  record Move(Change change, Standing after) {}

  Step {
    moves = List.copyOf(moves);
    leftOut = List.copyOf(leftOut);
  }

  Step(Receivable state, List<Move> moves) {
    this(state, moves, List.of());
  }

  static Step silent(Receivable state) {
    return new Step(state, List.of());
  }

  static Step of(Receivable state, Change change) {
    return new Step(state, List.of(new Move(change, state.standing())));
  }

  /** These moves, then those of a next step. */
  Step then(Step next) {
    return new Step(next.state, joined(moves, next.moves), joined(leftOut, next.leftOut));
  }

  /** This step, with more left out. */
  Step leavingOut(List<Rejection> more) {
    return new Step(state, moves, joined(leftOut, more));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
