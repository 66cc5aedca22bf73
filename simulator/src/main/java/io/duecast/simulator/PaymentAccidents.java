package io.duecast.simulator;

import io.duecast.simulator.Todo.Act;
import java.util.List;

/** The ways in which the payment of an invoice is not simply its amount. */
final class PaymentAccidents {
  private PaymentAccidents() {}

  /** Lets one of them befall the only payment that is planned, or none. */
  static void befall(InvoiceLife life) {
    Habit habit = life.buyer.habit();
    Dice dice = life.dice;
    List<Todo> todos = life.todos();
    int at = todos.size() - 1;
    Todo cash = todos.get(at);
    boolean stretched = cash.slipped() && habit.archetype() != Archetype.SLOW_CORPORATE;
    boolean books = !life.buyer.master().settledOnly();
    double partly = stretched ? 0.12 : 0.012;
    double bounced = !books ? 0 : life.buyer.master().directDebit() ? 0.02 : 0.004;
    double over = books ? 0.008 : 0;
    double rounded = books ? 0.01 : 0;
    double failing = books ? 0.006 : 0;
    double[] odds = {partly, 0.015, over, rounded, bounced, failing, 0};
    odds[6] = 1 - partly - 0.015 - over - rounded - bounced - failing;
    switch (dice.weighted(odds)) {
      case 0 -> inParts(life, cash, at);
      case 1 -> tooLittle(life, cash, at);
      case 2 -> todos.set(at, as(Act.OVER_CASH, cash, Todo.ALL));
      case 3 -> todos.set(at, as(Act.ROUNDED_CASH, cash, Todo.ALL));
      case 4 -> todos.set(at, as(Act.BOUNCING_CASH, cash, Todo.ALL));
      case 5 -> todos.set(at, as(Act.FAILING_CASH, cash, Todo.ALL));
      default -> {}
    }
  }

  private static void inParts(InvoiceLife life, Todo cash, int at) {
    Dice dice = life.dice;
    long first = (long) (life.bill.open() * dice.between(0.2, 0.7));
    life.todos().set(at, as(Act.CASH, cash, Math.max(1, first)));
    later(life, cash, dice.whole(7, 40), Act.CASH);
  }

  private static void tooLittle(InvoiceLife life, Todo cash, int at) {
    Dice dice = life.dice;
    long less = Math.max(1, (long) (life.bill.open() * dice.between(0.01, 0.10)));
    life.todos().set(at, as(Act.SHORT_CASH, cash, less));
    later(life, cash, dice.whole(10, 45), dice.chance(0.5) ? Act.CASH : Act.CREDIT);
  }

  private static void later(InvoiceLife life, Todo cash, long days, Act act) {
    long intended = cash.intended() + days;
    long day = life.buyer.habit().payDay(intended, true, cash.day() + 1);
    life.add(new Todo(act, day, Todo.ALL, intended, cash.dueDay(), true));
  }

  private static Todo as(Act act, Todo cash, long amount) {
    return new Todo(act, cash.day(), amount, cash.intended(), cash.dueDay(), cash.slipped());
  }
}
