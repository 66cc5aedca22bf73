package io.duecast.simulator;

import io.duecast.receivable.DocumentType;
import io.duecast.simulator.Bill.Stating;
import io.duecast.simulator.Dice.Purpose;

/** Writes a customer's invoices. */
final class Billing {
  private static final int[] OTHER_TERMS = {7, 14, 30, 60};
  private static final InvoiceKind[] KINDS = InvoiceKind.values();
  private static final double[] KIND_SHARES = {55, 25, 10, 10};
  private static final long SMALLEST = 500;
  private static final long LARGEST = 5_000_000_000L;
  private static final long SMALLEST_IN_INSTALMENTS = 200_000;

  private final World world;
  private final Buyer buyer;

  Billing(World world, Buyer buyer) {
    this.world = world;
    this.buyer = buyer;
  }

  Bill bill(int serial, long day) {
    Dice dice = world.dice(Purpose.BILL, buyer.number(), serial);
    Buyer.Orders orders = buyer.orders();
    double relative = dice.normal();
    double drawn = StrictMath.exp(orders.logAmount() + orders.logAmountSd() * relative);
    long payable = Math.max(SMALLEST, Math.min(LARGEST, (long) drawn));
    int termDays =
        dice.chance(0.07)
            ? OTHER_TERMS[(int) dice.whole(0, OTHER_TERMS.length - 1)]
            : orders.termDays();
    boolean advance = dice.chance(0.004);
    boolean deposit = dice.chance(0.015);
    boolean split = dice.chance(0.02) && payable > SMALLEST_IN_INSTALMENTS && !advance;
    boolean discount = orders.offeredDiscount() && termDays > Bill.DISCOUNT_DAYS && !split;
    boolean byTerms = dice.chance(0.04);
    return new Bill(
        serial,
        advance ? DocumentType.PREPAYMENT_INVOICE : DocumentType.INVOICE,
        day,
        termDays,
        split ? Stating.INSTALMENTS : byTerms ? Stating.TERMS : Stating.DUE_DATE,
        buyer.master().currency(),
        payable,
        deposit && !advance && !split ? payable / dice.whole(3, 5) : 0,
        discount ? (int) dice.whole(1, 3) : 0,
        split ? (int) dice.whole(2, 3) : 1,
        dice.oneOf(KINDS, KIND_SHARES),
        relative,
        0);
  }

  /** The invoice that replaces a cancelled one. */
  Bill corrected(Bill cancelled, int serial, long day) {
    Dice dice = world.dice(Purpose.BILL, buyer.number(), serial);
    long payable = Math.max(SMALLEST, (long) (cancelled.payable() * dice.between(0.8, 1.1)));
    return new Bill(
        serial,
        DocumentType.CORRECTED_INVOICE,
        day,
        cancelled.termDays(),
        Stating.DUE_DATE,
        cancelled.currency(),
        payable,
        0,
        0,
        1,
        cancelled.kind(),
        cancelled.relativeLogAmount(),
        cancelled.serial());
  }
}
