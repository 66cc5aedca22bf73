package io.duecast.simulator;

import io.duecast.receivable.InvoiceId;
import io.duecast.simulator.Todo.Act;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice on its way from issue to its last cent: what is owed, and what will happen next. It
 * depends on its customer's truth and on its own stream of chance, and on no other invoice.
 */
final class InvoiceLife {
  final World world;
  final Buyer buyer;
  final Bill bill;
  final InvoiceId id;
  final Dice dice;

  /** From this day on the customer pays nothing. */
  final long insolventOn;

  /** Decides whether a reminder before the due date is remembered. */
  final double attention;

  private final List<Todo> todos = new ArrayList<>(4);
  private final Tally tally;

  long dueDay;
  long version = 1;
  int calls;
  int reminders;
  int payments;
  int credits;
  Step.@Nullable Paid lastPaid;
  boolean disputed;
  boolean everDisputed;
  boolean writtenOff;
  boolean cancelled;

  /** The value date of the last cent; negative while something is open. */
  private long settledDay = -1;

  private long nextDay;

  InvoiceLife(World world, Buyer buyer, Bill bill, long insolventOn, Dice dice) {
    this.world = world;
    this.buyer = buyer;
    this.bill = bill;
    this.id = idOf(buyer.number(), bill.serial());
    this.insolventOn = insolventOn;
    this.dice = dice;
    this.dueDay = bill.dueDay();
    this.tally = new Tally(bill);
    this.attention = dice.uniform();
    LifePlan.draw(this);
    lookAhead();
  }

  static InvoiceId idOf(int customer, int serial) {
    return new InvoiceId(Population.digits(customer, 7) + "-" + Population.digits(serial, 5));
  }

  Tally tally() {
    return tally;
  }

  List<Todo> todos() {
    return todos;
  }

  void add(Todo todo) {
    todos.add(todo);
  }

  /** The day of the next happening; {@link Insolvency#NEVER} if it is over. */
  long nextDay() {
    return nextDay;
  }

  boolean isOver() {
    return todos.isEmpty();
  }

  /** Lets everything up to a day happen. */
  void act(long day, Step.Listener listener) {
    for (Todo todo = next(day); todo != null; todo = next(day)) {
      todos.remove(todo);
      Happening.of(this, todo, day, listener);
    }
    lookAhead();
  }

  /** A reminder went out that can show from a day on. */
  void remind(long from) {
    Nudge.give(this, from, 1);
    lookAhead();
  }

  /** Lets everything happen that is still to come, unheard. */
  void actToTheEnd() {
    while (!isOver()) {
      act(nextDay(), (day, step) -> {});
    }
  }

  void settle(long valueDay, long day, Step.Listener listener) {
    settledDay = valueDay;
    todos.removeIf(todo -> todo.act() != Act.UNDO);
    if (!tally.mostlyByCredit()) {
      listener.tell(day, new Step.Settled(this));
    }
  }

  void reopen() {
    settledDay = -1;
  }

  void dropCash() {
    todos.removeIf(todo -> todo.act().isCash());
  }

  long settledDay() {
    return settledDay;
  }

  boolean isSettled() {
    return settledDay >= 0;
  }

  /** Whether it shows nothing of how the customer pays: cancelled, or settled by credit. */
  boolean isWithdrawn() {
    return cancelled || (isSettled() && tally.mostlyByCredit());
  }

  /** Whether it was settled more than so many days past the due date in force, or not at all. */
  boolean isLate(int daysPastDue) {
    return writtenOff || !isSettled() || settledDay - dueDay > daysPastDue;
  }

  private void lookAhead() {
    long next = Insolvency.NEVER;
    for (int i = 0; i < todos.size(); i++) {
      next = Math.min(next, todos.get(i).day());
    }
    nextDay = next;
  }

  private @Nullable Todo next(long day) {
    Todo next = null;
    for (int i = 0; i < todos.size(); i++) {
      Todo todo = todos.get(i);
      if (todo.day() <= day && (next == null || todo.day() < next.day())) {
        next = todo;
      }
    }
    return next;
  }
}
