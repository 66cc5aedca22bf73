package io.duecast.simulator;

import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.OutcomeKind;
import io.duecast.simulator.Todo.Act;

/** The seller's own collectors: they call, are promised, and give up. */
final class Collecting {
  private static final int MOST_CALLS = 5;
  private static final double REACHED_SHARE = 0.6;
  private static final double STRENGTH = 0.8;
  private static final double[] OUTCOME_SHARES = {35, 30, 8, 6, 6, 15};
  private static final OutcomeKind[] OUTCOMES = {
    OutcomeKind.PROMISE_TO_PAY,
    OutcomeKind.NO_ANSWER,
    OutcomeKind.PAID_CONFIRMED,
    OutcomeKind.WRONG_CONTACT,
    OutcomeKind.REFUSED,
    OutcomeKind.OTHER
  };

  private Collecting() {}

  static void call(InvoiceLife life, long day, Step.Listener listener) {
    if (life.isSettled() || life.writtenOff) {
      return;
    }
    Dice dice = life.dice;
    if (life.calls++ < MOST_CALLS) {
      long next = BusinessDays.plus(day, dice.whole(7, 15));
      life.add(Todo.plain(Act.CALL, next, 0));
    }
    if (!dice.chance(REACHED_SHARE)) {
      return;
    }
    OutcomeKind outcome =
        day >= life.insolventOn
            ? OutcomeKind.INSOLVENT
            : life.disputed ? OutcomeKind.DISPUTED : dice.oneOf(OUTCOMES, OUTCOME_SHARES);
    long promised = 0;
    if (outcome == OutcomeKind.PROMISE_TO_PAY) {
      promised = BusinessDays.onOrAfter(day + dice.whole(2, 10));
      promise(life, day, promised);
    } else if (outcome == OutcomeKind.REFUSED || outcome == OutcomeKind.OTHER) {
      Nudge.give(life, day + 1, STRENGTH);
    }
    listener.tell(day, new Step.Contacted(life, outcome, promised));
  }

  static void giveUp(InvoiceLife life, long day, Step.Listener listener) {
    if (life.isSettled() || life.writtenOff) {
      return;
    }
    Dice dice = life.dice;
    if (dice.chance(0.3)) {
      Happening.amend(life, AmendmentType.SENT_TO_AGENCY, day, listener);
    } else if (dice.chance(0.1)) {
      Happening.amend(life, AmendmentType.SOLD_TO_FACTOR, day, listener);
    }
    life.writtenOff = true;
    Happening.amend(life, AmendmentType.WRITTEN_OFF, day, listener);
    boolean hope = life.todos().stream().noneMatch(todo -> todo.act().isCash());
    if (hope && dice.chance(0.2)) {
      boolean whole = dice.chance(0.4);
      long amount =
          whole ? Todo.ALL : Math.max(1, (long) (life.tally().open() * dice.between(0.1, 0.6)));
      long later = BusinessDays.onOrAfter(day + dice.whole(20, 200));
      life.add(Todo.plain(Act.RECOVER, later, amount));
    }
  }

  /** The customer is insolvent: nothing comes of its own accord any more. */
  static void insolvent(InvoiceLife life, long day) {
    life.dropCash();
    if (!life.writtenOff) {
      life.todos().removeIf(todo -> todo.act() == Act.GIVE_UP);
      long givenUp = BusinessDays.onOrAfter(day + life.dice.whole(20, 60));
      life.add(Todo.plain(Act.GIVE_UP, givenUp, 0));
    }
  }

  /** A promise that is kept brings the money by its day; one that is not, a little sooner. */
  private static void promise(InvoiceLife life, long day, long promised) {
    boolean kept = life.dice.chance(life.buyer.habit().promiseKept());
    for (int i = 0; kept && i < life.todos().size(); i++) {
      Todo todo = life.todos().get(i);
      if (todo.act().isCash() && todo.dueDay() < day && todo.day() > promised) {
        long sooner = Math.max(day + 1, BusinessDays.onOrBefore(promised));
        life.todos()
            .set(i, new Todo(todo.act(), sooner, todo.amount(), sooner, todo.dueDay(), true));
      }
    }
    if (!kept) {
      Nudge.give(life, day + 1, STRENGTH / 2);
    }
  }
}
