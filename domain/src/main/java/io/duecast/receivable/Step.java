package io.duecast.receivable;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fact makes of a receivable.
 *
 * @param state the receivable from now on
 * @param moves what became of it, each with the standing after it; empty if the fact is a repeat,
 *     is stale, or waits for its invoice
 */
record Step(Receivable state, List<Move> moves) {

  /** One change, and the standing that it leads to. */
  record Move(Change change, Standing after) {}

  Step {
    moves = List.copyOf(moves);
  }

  static Step silent(Receivable state) {
    return new Step(state, List.of());
  }

  static Step of(Receivable state, Change change) {
    return new Step(state, List.of(new Move(change, state.standing())));
  }

  /** These moves, then those of a next step. */
  Step then(Step next) {
    List<Move> all = new ArrayList<>(moves);
    all.addAll(next.moves);
    return new Step(next.state, all);
  }
}
