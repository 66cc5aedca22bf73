package io.duecast.simulator;

import io.duecast.simulator.Todo.Act;
import java.util.List;

/** Draws what will become of an invoice when it is issued. */
final class LifePlan {
  static final int FIRST_CALL_DAYS = 9;
  static final int GIVE_UP_DAYS = 150;

  private static final double CANCELLED = 0.008;
  private static final double CREDITED = 0.006;
  private static final double EXTENDED = 0.012;
  private static final double CORRECTED = 0.008;
  private static final double HELD = 0.005;

  private final InvoiceLife life;
  private final Buyer buyer;
  private final Habit habit;
  private final Bill bill;
  private final Dice dice;

  private LifePlan(InvoiceLife life) {
    this.life = life;
    this.buyer = life.buyer;
    this.habit = life.buyer.habit();
    this.bill = life.bill;
    this.dice = life.dice;
  }

  static void draw(InvoiceLife life) {
    new LifePlan(life).draw();
  }

  private void draw() {
    if (bill.paidInAdvance()) {
      life.add(Todo.plain(Act.CASH, bill.issuedDay(), Todo.ALL));
      return;
    }
    if (dice.chance(CANCELLED)) {
      life.add(Todo.plain(Act.CANCEL, bill.issuedDay() + dice.whole(1, 6), 0));
      return;
    }
    long issued = bill.issuedDay();
    if (dice.chance(CREDITED)) {
      life.add(Todo.plain(Act.CREDIT, issued + dice.whole(4, 40), Todo.ALL));
      return;
    }
    if (!dice.chance(habit.archetype().neverChance)) {
      cash();
    }
    amendments();
    if (dice.chance(habit.disputeChance())) {
      dispute();
    }
    responses();
    chase(life);
  }

  private void cash() {
    double logit = habit.slipLogit(life.world, buyer, bill);
    double slipChance = 1 / (1 + StrictMath.exp(-logit));
    double scale = habit.delayScaleDays(life.world, bill);
    boolean takesDiscount =
        bill.discountPercent() > 0 && habit.takesDiscount() && dice.chance(0.85);
    for (int i = 0; i < bill.instalments(); i++) {
      long due = bill.dueDay(i);
      boolean slipped = !takesDiscount && dice.chance(slipChance);
      double delay = StrictMath.ceil(dice.weibull(scale, habit.archetype().delayShape));
      long early = dice.chance(habit.exactChance()) ? 0 : dice.whole(1, 6);
      long intended = slipped ? due + Math.max(1, (long) delay) : due - early;
      if (takesDiscount) {
        intended = bill.issuedDay() + dice.whole(2, Bill.DISCOUNT_DAYS - 2);
      }
      boolean last = i == bill.instalments() - 1;
      Act act = takesDiscount ? Act.DISCOUNTED_CASH : Act.CASH;
      long amount = last ? Todo.ALL : bill.part(i);
      add(act, Math.max(bill.issuedDay(), intended), due, slipped, amount);
    }
    if (bill.instalments() == 1 && !takesDiscount) {
      PaymentAccidents.befall(life);
    }
  }

  private void add(Act act, long intended, long due, boolean slipped, long amount) {
    long day =
        act == Act.DISCOUNTED_CASH
            ? Math.max(bill.issuedDay(), BusinessDays.onOrBefore(intended))
            : habit.payDay(intended, slipped, bill.issuedDay());
    life.add(new Todo(act, day, amount, intended, due, slipped));
  }

  private void amendments() {
    long issued = bill.issuedDay();
    if (bill.termDays() > 5 && bill.instalments() == 1 && dice.chance(EXTENDED)) {
      long longer = dice.whole(1, 4) * 7;
      life.add(Todo.plain(Act.EXTEND, issued + dice.whole(1, bill.termDays() - 1), longer));
      if (dice.chance(0.9)) {
        postpone(life, longer, 0);
      }
    }
    if (dice.chance(CORRECTED)) {
      long change = (long) (bill.payable() * dice.between(-0.15, 0.10));
      life.add(Todo.plain(Act.CORRECT, issued + dice.whole(1, 4), change));
    }
    if (dice.chance(HELD)) {
      long held = issued + dice.whole(1, 20);
      life.add(Todo.plain(Act.HOLD, held, 0));
      life.add(Todo.plain(Act.RELEASE, held + dice.whole(3, 25), 0));
    }
  }

  private void dispute() {
    long opened = bill.issuedDay() + dice.whole(2, Math.max(3, bill.termDays()));
    long resolved = opened + 3 + (long) dice.weibull(18, 1.2);
    boolean partly = dice.chance(0.4);
    long amount = partly ? (long) (bill.open() * dice.between(0.05, 0.35)) : 0;
    life.add(Todo.plain(Act.DISPUTE, opened, amount));
    life.add(Todo.plain(Act.RESOLVE, resolved, 0));
    if (partly && dice.chance(0.7)) {
      life.add(Todo.plain(Act.CREDIT, resolved, amount));
    }
    postpone(life, 0, resolved + dice.whole(1, 10));
  }

  /** Puts off all money to come by some days, and to a day at the earliest. */
  static void postpone(InvoiceLife life, long days, long notBefore) {
    List<Todo> todos = life.todos();
    for (int i = 0; i < todos.size(); i++) {
      Todo todo = todos.get(i);
      if (todo.act().isCash() && (days > 0 || todo.day() < notBefore)) {
        long intended = Math.max(todo.intended() + days, notBefore);
        boolean slipped = todo.slipped() || intended > todo.dueDay() + days;
        long day = life.buyer.habit().payDay(intended, slipped, life.bill.issuedDay());
        Todo later =
            new Todo(todo.act(), day, todo.amount(), intended, todo.dueDay() + days, slipped);
        todos.set(i, later);
      }
    }
  }

  private void responses() {
    if (!buyer.master().electronic()) {
      return;
    }
    long day = bill.issuedDay();
    life.add(Todo.plain(Act.ACKNOWLEDGE, day + dice.whole(0, 1), 0));
    if (dice.chance(0.3)) {
      life.add(Todo.plain(Act.REVIEW, day + dice.whole(2, 4), 0));
    }
    if (dice.chance(0.8)) {
      life.add(Todo.plain(Act.APPROVE, day + dice.whole(5, 14), 0));
    }
  }

  /** Makes sure that somebody asks for money that does not come, and gives it up at last. */
  static void chase(InvoiceLife life) {
    long last = 0;
    boolean called = false;
    boolean givenUp = life.writtenOff;
    for (Todo todo : life.todos()) {
      last = todo.act().isCash() ? Math.max(last, todo.day()) : last;
      called |= todo.act() == Act.CALL;
      givenUp |= todo.act() == Act.GIVE_UP;
    }
    boolean never = last == 0;
    long call = life.dueDay + FIRST_CALL_DAYS + life.dice.whole(0, 5);
    if (!called && (never || last > call)) {
      life.add(Todo.plain(Act.CALL, BusinessDays.onOrAfter(call), 0));
    }
    long giveUp = life.dueDay + GIVE_UP_DAYS + life.dice.whole(0, 90);
    if (!givenUp && (never || last > giveUp)) {
      life.add(Todo.plain(Act.GIVE_UP, BusinessDays.onOrAfter(giveUp), 0));
    }
  }
}
