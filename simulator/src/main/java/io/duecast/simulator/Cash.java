package io.duecast.simulator;

import static java.util.Objects.requireNonNull;

import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.BuyerStatus;
import io.duecast.receivable.PaymentStatus;
import io.duecast.simulator.Todo.Act;
import java.util.List;

/** Money that comes, falls short, or goes back. */
final class Cash {
  private static final String[] SHORT_REASONS = {"DISCOUNT", "FREIGHT", "DAMAGED", "BANK_FEE"};
  private static final PaymentStatus[] UNDOINGS = {
    PaymentStatus.RETURNED, PaymentStatus.REVERSED, PaymentStatus.CHARGEBACK
  };

  private Cash() {}

  static void comes(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    long open = life.tally().open();
    if (open <= 0) {
      return;
    }
    if (day >= life.insolventOn) {
      Collecting.insolvent(life, day);
      return;
    }
    if (!life.disputed && life.buyer.master().electronic() && life.dice.chance(0.5)) {
      Happening.respond(life, BuyerStatus.PAYMENT_SENT, day, day, listener);
    }
    Step.Paid paid = paid(life, todo, day, open);
    if (paid.fails()) {
      listener.tell(day, paidAlone(paid));
      listener.tell(day + 1, new Step.Undone(paid, PaymentStatus.FAILED));
      again(life, day);
      return;
    }
    if (todo.act() == Act.BOUNCING_CASH) {
      life.add(Todo.plain(Act.UNDO, BusinessDays.plus(day, life.dice.whole(2, 4)), paid.cash()));
    }
    book(life, paid, day, listener);
  }

  /** The money of the last payment goes back, and another one must come. */
  static void goesBack(InvoiceLife life, long day, Step.Listener listener) {
    PaymentStatus status =
        life.buyer.master().directDebit() ? PaymentStatus.RETURNED : life.dice.oneOf(UNDOINGS);
    Step.Paid paid = requireNonNull(life.lastPaid, "money goes back that never came");
    life.tally().cash -= paid.cash();
    life.reopen();
    listener.tell(day, new Step.Undone(paid, status));
    again(life, day);
  }

  /** Some money for an invoice that was given up. */
  static void isRecovered(InvoiceLife life, Todo todo, long day, Step.Listener listener) {
    long amount = Math.min(todo.amount(), life.tally().open());
    if (amount <= 0) {
      return;
    }
    if (amount == life.tally().open() && life.dice.chance(0.3)) {
      Happening.amend(life, AmendmentType.WRITE_OFF_REVERSED, day, listener);
    }
    book(life, simple(life, day, amount, false), day, listener);
  }

  private static Step.Payment paidAlone(Step.Paid paid) {
    return new Step.Payment(List.of(paid));
  }

  private static void again(InvoiceLife life, long day) {
    long intended = day + life.dice.whole(3, 20);
    long payDay = life.buyer.habit().payDay(intended, true, day + 1);
    life.add(new Todo(Act.CASH, payDay, Todo.ALL, intended, life.dueDay, true));
    LifePlan.chase(life);
  }

  private static void book(InvoiceLife life, Step.Paid paid, long day, Step.Listener listener) {
    Tally tally = life.tally();
    life.lastPaid = paid;
    tally.cash += paid.cash();
    tally.discount += paid.discount();
    tally.smallDifference += paid.writtenOff();
    listener.tell(day, paidAlone(paid));
    if (tally.open() <= 0) {
      life.settle(paid.valueDay(), day, listener);
    }
  }

  private static Step.Paid paid(InvoiceLife life, Todo todo, long day, long open) {
    int part = life.payments + 1;
    Dice dice = life.dice;
    return switch (todo.act()) {
      case DISCOUNTED_CASH -> {
        long discount = open * life.bill.discountPercent() / 100;
        life.payments = part;
        yield new Step.Paid(
            life, part, day, open - discount, discount, 0, null, 0, 0, false, false);
      }
      case SHORT_CASH -> {
        long less = Math.min(todo.amount(), open - 1);
        life.payments = part;
        String reason = dice.oneOf(SHORT_REASONS);
        yield new Step.Paid(life, part, day, open - less, 0, less, reason, 0, 0, false, false);
      }
      case OVER_CASH -> {
        long more = Math.max(1, (long) (open * dice.between(0.001, 0.05)));
        boolean allocated = dice.chance(0.5);
        life.payments = part;
        yield new Step.Paid(
            life,
            part,
            day,
            open + (allocated ? more : 0),
            0,
            0,
            null,
            0,
            allocated ? 0 : more,
            true,
            false);
      }
      case ROUNDED_CASH -> {
        long cents = Math.min(dice.whole(1, 99), open - 1);
        life.payments = part;
        yield new Step.Paid(life, part, day, open - cents, 0, 0, null, cents, 0, false, false);
      }
      case FAILING_CASH -> {
        life.payments = part;
        yield new Step.Paid(life, part, day, open, 0, 0, null, 0, 0, true, true);
      }
      default -> {
        long valueDay = life.bill.paidInAdvance() ? day - dice.whole(1, 5) : day;
        long amount = Math.min(todo.amount(), open);
        yield simple(life, valueDay, amount, todo.act() == Act.BOUNCING_CASH);
      }
    };
  }

  private static Step.Paid simple(InvoiceLife life, long valueDay, long cash, boolean alone) {
    return new Step.Paid(life, ++life.payments, valueDay, cash, 0, 0, null, 0, 0, alone, false);
  }
}
