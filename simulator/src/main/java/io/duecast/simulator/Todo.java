package io.duecast.simulator;

/**
 * Something that will happen to an invoice unless something else comes first.
 *
 * @param amount minor units, where there is an amount; {@link #ALL} for whatever is open
 * @param intended the day the customer has in mind for its money, before its payment run
 * @param dueDay when that money was due
 * @param slipped whether it is late by will and not by calendar
 */
record Todo(Act act, long day, long amount, long intended, long dueDay, boolean slipped) {
  static final long ALL = Long.MAX_VALUE;

  static Todo plain(Act act, long day, long amount) {
    return new Todo(act, day, amount, day, day, false);
  }

  /** What can happen. */
  enum Act {
    CASH(true),
    DISCOUNTED_CASH(true),
    SHORT_CASH(true),
    OVER_CASH(true),
    ROUNDED_CASH(true),
    BOUNCING_CASH(true),
    FAILING_CASH(true),
    UNDO,
    DISPUTE,
    RESOLVE,
    HOLD,
    RELEASE,
    EXTEND,
    CORRECT,
    CANCEL,
    CREDIT,
    CALL,
    GIVE_UP,
    RECOVER,
    ACKNOWLEDGE,
    REVIEW,
    APPROVE;

    private final boolean cash;

    Act() {
      this(false);
    }

    Act(boolean cash) {
      this.cash = cash;
    }

    boolean isCash() {
      return cash;
    }
  }
}
