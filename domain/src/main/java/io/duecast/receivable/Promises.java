package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;

/** What cash makes of a promise to pay. Credit keeps none. */
final class Promises {
  private Promises() {}

  /** All is paid. */
  static Step met(Receivable state, LocalDate on) {
    PromiseToPay promise = state.promise();
    if (promise == null) {
      return Step.silent(state);
    }
    Receivable free = state.but().promise(null).build();
    return on.isAfter(promise.on())
        ? Step.of(free, new Change.PromiseBroken(promise.on(), on))
        : Step.of(free, new Change.PromiseKept(promise.on(), on));
  }

  /** Some is paid: enough, if only a part was promised; what is missing of that stays promised. */
  static Step metInPart(Receivable before, Receivable after, LocalDate on) {
    PromiseToPay promise = after.promise();
    Money cash = BalanceMoves.delta(before, after, PostingKind.CASH);
    if (promise == null || cash == null || !cash.isPositive() || on.isAfter(promise.on())) {
      return Step.silent(after);
    }
    Money promised = promise.amount();
    if (promised == null || !promised.currency().equals(cash.currency())) {
      return Step.silent(after);
    }
    Money missing = promised.minus(cash);
    if (missing.isPositive()) {
      PromiseToPay rest = new PromiseToPay(missing, promise.on(), promise.source());
      return Step.silent(after.but().promise(rest).build());
    }
    return met(after, on);
  }
}
