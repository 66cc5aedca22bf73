package io.duecast.simulator;

import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.BuyerStatus;

/** What a todo does to an invoice when its day comes. */
final class Happening {
  private static final String[] DISPUTE_REASONS = {"PRICE", "QUANTITY", "QUALITY", "NOT_ORDERED"};

  private Happening() {}

  static void of(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    switch (todo.act()) {
      case CASH,
          DISCOUNTED_CASH,
          SHORT_CASH,
          OVER_CASH,
          ROUNDED_CASH,
          BOUNCING_CASH,
          FAILING_CASH ->
          Cash.comes(life, todo, day, listener);
      case UNDO -> Cash.goesBack(life, day, listener);
      case RECOVER -> Cash.isRecovered(life, todo, day, listener);
      case CREDIT -> credit(life, todo, day, listener);
      case DISPUTE -> dispute(life, todo, day, listener);
      case RESOLVE -> {
        life.disputed = false;
        String resolution = life.dice.chance(0.4) ? "CREDITED" : "REJECTED";
        listener.tell(day, new Step.DisputeEnded(life, resolution));
      }
      case HOLD -> amend(life, AmendmentType.HOLD_PLACED, day, listener);
      case RELEASE -> amend(life, AmendmentType.HOLD_RELEASED, day, listener);
      case EXTEND -> extend(life, todo, day, listener);
      case CORRECT -> correct(life, todo, day, listener);
      case CANCEL -> {
        life.cancelled = true;
        respond(life, BuyerStatus.REFUSED, 0, day, listener);
        amend(life, AmendmentType.CANCELLED, day, listener);
      }
      case CALL -> Collecting.call(life, day, listener);
      case GIVE_UP -> Collecting.giveUp(life, day, listener);
      case ACKNOWLEDGE -> respond(life, BuyerStatus.RECEIVED, 0, day, listener);
      case REVIEW -> respond(life, BuyerStatus.UNDER_REVIEW, 0, day, listener);
      case APPROVE -> respond(life, BuyerStatus.APPROVED, nextCash(life), day, listener);
    }
  }

  static void amend(InvoiceLife life, AmendmentType type, long day, Step.Listener listener) {
    Step.Terms terms = new Step.Terms(life.tally().payable, life.dueDay);
    listener.tell(day, new Step.Amended(life, type, terms, terms, ++life.version));
  }

  static void respond(
      InvoiceLife life, BuyerStatus status, long plannedDay, long day, Step.Listener listener) {
    if (life.buyer.master().electronic()) {
      listener.tell(day, new Step.Responded(life, status, plannedDay));
    }
  }

  private static void credit(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    long amount = Math.min(todo.amount(), life.tally().open());
    if (amount > 0) {
      life.tally().credited += amount;
      listener.tell(day, new Step.Credited(life, ++life.credits, amount));
      if (life.tally().open() == 0) {
        life.settle(day, day, listener);
      }
    }
  }

  private static void dispute(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    life.disputed = true;
    life.everDisputed = true;
    respond(life, BuyerStatus.IN_DISPUTE, 0, day, listener);
    String reason = life.dice.oneOf(DISPUTE_REASONS);
    listener.tell(day, new Step.Disputed(life, todo.amount(), reason));
  }

  private static void extend(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    Step.Terms before = new Step.Terms(life.tally().payable, life.dueDay);
    life.dueDay += todo.amount();
    Step.Terms after = new Step.Terms(life.tally().payable, life.dueDay);
    AmendmentType type =
        life.dice.chance(0.8) ? AmendmentType.DUE_DATE_CHANGED : AmendmentType.TERMS_CHANGED;
    listener.tell(day, new Step.Amended(life, type, before, after, ++life.version));
  }

  private static void correct(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    Tally tally = life.tally();
    long change = Math.max(todo.amount(), 1 - tally.open());
    if (change == 0) {
      return;
    }
    Step.Terms before = new Step.Terms(tally.payable, life.dueDay);
    tally.payable += change;
    Step.Terms after = new Step.Terms(tally.payable, life.dueDay);
    listener.tell(
        day, new Step.Amended(life, AmendmentType.AMOUNT_CORRECTED, before, after, ++life.version));
  }

  private static long nextCash(InvoiceLife life) {
    long next = 0;
    for (Todo todo : life.todos()) {
      boolean sooner = next == 0 || todo.day() < next;
      next = todo.act().isCash() && sooner ? todo.day() : next;
    }
    return next;
  }
}
