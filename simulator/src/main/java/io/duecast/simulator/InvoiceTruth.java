package io.duecast.simulator;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.simulator.Dice.Purpose;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is true of one invoice, its end included, whenever that comes. */
public final class InvoiceTruth {
  private static final int DRAWS = 400;

  private final InvoiceLife life;

  InvoiceTruth(InvoiceLife life) {
    this.life = life;
    life.actToTheEnd();
  }

  public InvoiceId invoice() {
    return life.id;
  }

  public CustomerId customer() {
    return life.buyer.id();
  }

  public Archetype archetype() {
    return life.buyer.habit().archetype();
  }

  public LocalDate issuedOn() {
    return LocalDate.ofEpochDay(life.bill.issuedDay());
  }

  /** The due date in force at the end. */
  public LocalDate dueOn() {
    return LocalDate.ofEpochDay(life.dueDay);
  }

  /** The value date of the last cent; null if it never comes. */
  public @Nullable LocalDate settledOn() {
    return life.isSettled() ? LocalDate.ofEpochDay(life.settledDay()) : null;
  }

  /** Whether it shows nothing of how the customer pays: cancelled, or settled by credit. */
  public boolean isWithdrawn() {
    return life.isWithdrawn();
  }

  public boolean isWrittenOff() {
    return life.writtenOff;
  }

  /** Whether it was settled more than so many days past the due date in force, or not at all. */
  public boolean isLate(int daysPastDue) {
    return life.isLate(daysPastDue);
  }

  /** {@link #probabilityLate(int, int)} by 400 draws: a standard error of at most 0.025. */
  public double probabilityLate(int daysPastDue) {
    return probabilityLate(daysPastDue, DRAWS);
  }

  /**
   * The probability at issue that it is {@link #isLate late}, given that it is not withdrawn: by
   * Monte Carlo with a fixed seed, over everything that was open at issue (the invoice's own
   * chance, and a future insolvency). The customer's habits, the economy's course and the month's
   * mood are taken as they are; there are no reminders but the collectors' calls.
   */
  public double probabilityLate(int daysPastDue, int draws) {
    Bill bill = life.bill;
    Dice dice = life.world.dice(Purpose.ORACLE, life.buyer.number(), bill.serial());
    int counted = 0;
    int late = 0;
    for (int i = 0; i < draws; i++) {
      Dice other = Dice.seeded(dice.next());
      long insolventOn = Insolvency.drawn(life.world, life.buyer, bill.issuedDay(), other);
      InvoiceLife drawn = new InvoiceLife(life.world, life.buyer, bill, insolventOn, other);
      drawn.actToTheEnd();
      if (!drawn.isWithdrawn()) {
        counted++;
        late += drawn.isLate(daysPastDue) ? 1 : 0;
      }
    }
    return counted == 0 ? 0 : (double) late / counted;
  }

  InvoiceLife life() {
    return life;
  }
}
