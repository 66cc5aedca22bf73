package io.duecast.simulator;

import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.PaymentStatus;
import io.duecast.simulator.Clocks.Stamped;
import io.duecast.simulator.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the bank and the ledger of payments say. */
final class PaymentScribe {
  private static final double UNAPPLIED_AT_FIRST = 0.02;
  private static final double AMOUNT_UNKNOWN = 0.2;

  private final World world;
  private final Clocks clocks;
  private final Scribe scribe;

  PaymentScribe(World world, Clocks clocks, Scribe scribe) {
    this.world = world;
    this.clocks = clocks;
    this.scribe = scribe;
  }

  void write(long day, Step.Payment payment) {
    Step.Paid first = payment.parts().getFirst();
    Buyer buyer = first.life().buyer;
    if (buyer.master().settledOnly()) {
      return;
    }
    PaymentId id = idOf(first);
    Dice dice = world.dice(Purpose.WIRE, id.value().hashCode(), 0);
    Foreign foreign = Foreign.maybe(world, payment, dice);
    boolean later = first.fails() || (buyer.master().directDebit() && dice.chance(0.3));
    if (later) {
      send(id, PaymentStatus.PENDING, payment, foreign, day, 0, true);
    }
    if (first.fails()) {
      return;
    }
    boolean unapplied = !later && !first.alone() && dice.chance(UNAPPLIED_AT_FIRST);
    if (unapplied) {
      send(id, PaymentStatus.BOOKED, payment, foreign, day, 0, false);
    }
    long known = later || unapplied ? 1 : day - first.valueDay();
    send(id, PaymentStatus.BOOKED, payment, foreign, day, known, true);
  }

  void write(long day, Step.Undone undone) {
    Step.Paid paid = undone.paid();
    PaymentId id = idOf(paid);
    Dice dice = world.dice(Purpose.WIRE, id.value().hashCode(), 0);
    Step.Payment payment = new Step.Payment(List.of(paid));
    Foreign foreign = Foreign.maybe(world, payment, dice);
    send(id, undone.status(), payment, foreign, day, 0, true);
  }

  void write(long day, Step.Settled settled) {
    InvoiceLife life = settled.life();
    if (!life.buyer.master().settledOnly()) {
      return;
    }
    Stamped stamped = clocks.afternoon("settled-" + life.id, day);
    Dice dice = world.dice(Purpose.WIRE, life.id.value().hashCode(), 1);
    Money cash = Scribe.money(life.tally().cash, life.bill.currency());
    scribe.send(
        stamped,
        new PaymentSettled(
            stamped.envelope(),
            life.id,
            life.buyer.id(),
            Scribe.date(life.settledDay()),
            dice.chance(AMOUNT_UNKNOWN) ? null : cash));
  }

  private static PaymentId idOf(Step.Paid paid) {
    return new PaymentId("Z" + paid.life().id + "-" + paid.part());
  }

  private void send(
      PaymentId id,
      PaymentStatus status,
      Step.Payment payment,
      @Nullable Foreign foreign,
      long day,
      long knownDaysLater,
      boolean allocated) {
    Step.Paid first = payment.parts().getFirst();
    boolean onceForAll = allocated && status == PaymentStatus.BOOKED && !first.alone();
    String event = "payment-" + id + (allocated ? "-" : "-unapplied-") + status;
    long happened = first.life().bill.paidInAdvance() ? first.valueDay() : day;
    Stamped stamped =
        knownDaysLater > 0
            ? clocks.knownLater(event, happened, knownDaysLater)
            : onceForAll ? clocks.afternoon(event, day) : clocks.inTurn(event, day, 0);
    List<PaymentAllocation> allocations = new ArrayList<>();
    Money amount = Money.zero(foreign == null ? first.life().bill.currency() : foreign.currency());
    for (Step.Paid paid : payment.parts()) {
      PaymentAllocation allocation = allocation(paid, foreign);
      allocations.add(allocation);
      Money unapplied = Scribe.money(paid.unapplied(), amount.currency());
      amount = amount.plus(allocation.amount()).plus(unapplied);
    }
    Buyer.Master master = first.life().buyer.master();
    scribe.send(
        stamped,
        new PaymentReceived(
            stamped.envelope(),
            id,
            first.life().buyer.id(),
            status,
            amount,
            status == PaymentStatus.PENDING ? null : Scribe.date(first.valueDay()),
            Scribe.date(first.valueDay()),
            master.meansCode(),
            allocated ? allocations : List.of(),
            foreign == null ? null : foreign.rate()));
  }

  private static PaymentAllocation allocation(Step.Paid paid, @Nullable Foreign foreign) {
    return new PaymentAllocation(
        paid.life().id,
        foreign == null
            ? Scribe.money(paid.cash(), paid.life().bill.currency())
            : foreign.of(paid.cash()),
        part(paid.discount(), paid),
        part(paid.shortPaid(), paid),
        paid.reason(),
        part(paid.writtenOff(), paid));
  }

  private static @Nullable Money part(long minor, Step.Paid paid) {
    return minor == 0 ? null : Scribe.money(minor, paid.life().bill.currency());
  }

  /** The currency of a payment that is not the one of its invoice, and what it was worth. */
  private record Foreign(ExchangeRate rate) {
    private static final double SHARE = 0.03;
    private static final String[] CODES = {"USD", "SEK", "CZK"};

    /** For a single plain payment of an invoice in euros; null for all others. */
    static @Nullable Foreign maybe(World world, Step.Payment payment, Dice dice) {
      Step.Paid paid = payment.parts().getFirst();
      boolean plain =
          payment.parts().size() == 1
              && paid.discount() + paid.shortPaid() + paid.writtenOff() + paid.unapplied() == 0;
      boolean euro = paid.life().bill.currency().equals(ExchangeRates.EURO);
      String code = dice.oneOf(CODES);
      boolean foreign = dice.chance(SHARE);
      return plain && euro && foreign
          ? new Foreign(world.rates().toEuro(Money.currencyOf(code), paid.valueDay()))
          : null;
    }

    java.util.Currency currency() {
      return rate.from();
    }

    /** So much that it is worth these minor units of euros to the cent. */
    Money of(long minor) {
      double units = minor / rate.rate().doubleValue();
      return Scribe.money(Math.round(units), rate.from());
    }
  }
}
