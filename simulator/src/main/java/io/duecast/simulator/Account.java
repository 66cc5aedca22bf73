package io.duecast.simulator;

import io.duecast.simulator.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;

/** One customer's side of the economy: its visits and its open invoices. */
final class Account {
  private static final double MONTHLY_NEWS_SHARE = 0.6;

  private final World world;
  private final Buyer buyer;
  private final Visits visits;
  private final Billing billing;
  private final long insolventOn;
  private final List<InvoiceLife> open = new ArrayList<>(2);
  private long nextVisit;
  private long monthKnown = -1;
  private int serial;

  /** The day for which it is in the economy's agenda. */
  long scheduledFor;

  Account(World world, Buyer buyer) {
    this.world = world;
    this.buyer = buyer;
    this.visits = new Visits(world, buyer);
    this.billing = new Billing(world, buyer);
    this.insolventOn = Insolvency.of(world, buyer);
    this.nextVisit = buyer.arrivesOn();
  }

  /** The next day on which something happens; {@link Insolvency#NEVER} if it is over. */
  long nextDay() {
    long next = buys(nextVisit) ? nextVisit : Insolvency.NEVER;
    for (int i = 0; i < open.size(); i++) {
      next = Math.min(next, open.get(i).nextDay());
    }
    return next;
  }

  List<InvoiceLife> open() {
    return open;
  }

  /** Lets a day happen; days come in order. */
  void act(long day, Step.Listener listener) {
    if (day == nextVisit && buys(day)) {
      visit(day, listener);
    }
    Till till = new Till(buyer.habit().poolsPayments(), listener);
    int kept = 0;
    for (int i = 0; i < open.size(); i++) {
      InvoiceLife life = open.get(i);
      if (life.nextDay() <= day) {
        life.act(day, till);
      }
      if (!life.isOver()) {
        open.set(kept++, life);
      } else if (life.cancelled && life.dice.chance(0.6) && buys(day)) {
        open.set(kept++, correct(life.bill, day, till));
      }
    }
    open.subList(kept, open.size()).clear();
    till.close(day);
  }

  /**
   * Reminds of one invoice, or of all that are open.
   *
   * @param serial 0 for all
   * @param from the first day on which it can show
   * @return whether there was one that could be reminded of
   */
  boolean remind(int serial, long from) {
    boolean reminded = false;
    for (InvoiceLife life : open) {
      if (!life.isSettled() && (serial == 0 || life.bill.serial() == serial)) {
        life.remind(from);
        reminded = true;
      }
    }
    return reminded;
  }

  private boolean buys(long day) {
    return day < buyer.departsOn() && day < insolventOn;
  }

  private void visit(long day, Step.Listener listener) {
    long month = BusinessDays.month(day);
    boolean first = monthKnown < 0;
    if (first || (month != monthKnown && monthlyNews(month))) {
      listener.tell(day, new Step.Known(buyer, first, insolventOn));
    }
    monthKnown = month;
    if (!first) {
      for (int left = visits.invoices(); left > 0; left--) {
        open.add(issue(billing.bill(++serial, day), day, listener));
      }
    }
    nextVisit = visits.after(day);
  }

  private boolean monthlyNews(long month) {
    return world.dice(Purpose.MONTH, buyer.number(), -month).chance(MONTHLY_NEWS_SHARE);
  }

  private InvoiceLife correct(Bill cancelled, long day, Step.Listener listener) {
    InvoiceLife life = issue(billing.corrected(cancelled, ++serial, day), day, listener);
    life.act(day, listener);
    return life;
  }

  private InvoiceLife issue(Bill bill, long day, Step.Listener listener) {
    Dice dice = world.dice(Purpose.LIFE, buyer.number(), bill.serial());
    InvoiceLife life = new InvoiceLife(world, buyer, bill, insolventOn, dice);
    listener.tell(day, new Step.Issued(life));
    return life;
  }
}
