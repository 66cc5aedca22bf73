package io.duecast.simulator;

import io.duecast.simulator.Dice.Purpose;

/**
 * How a customer pays, in numbers.
 *
 * @param slipLogit log-odds that an average invoice is not paid when due, in calm times
 * @param driftPerYear what a year adds to them
 * @param swing amplitude of a slow swing of them
 * @param swingPhase where in the swing it begins, radians
 * @param stressWeight how much of the economy's stress it feels
 * @param amountWeight what one standard deviation of log amount adds
 * @param crunchMonth the first of three months in which a seasonal customer runs dry, 0 = January
 * @param payRunWeekday the day of a weekly run, 0 = Monday
 * @param cautious pays before a weekend or in the run before, rather than in the one after
 * @param exactChance pays an invoice that does not slip on its due date and not before
 * @param poolsPayments pays all of one day in one payment
 * @param promiseKept chance that it keeps a promise
 */
record Habit(
    Archetype archetype,
    double slipLogit,
    double driftPerYear,
    double swing,
    double swingPhase,
    double stressWeight,
    double amountWeight,
    double delayScaleDays,
    int crunchMonth,
    PayRun payRun,
    int payRunWeekday,
    boolean cautious,
    double exactChance,
    boolean takesDiscount,
    boolean poolsPayments,
    double promiseKept,
    double disputeChance) {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double SWING_DAYS = 540;
  private static final double CRUNCH_LOGIT = 2.6;

  /** Half of all invoices are likelier to slip than this. */
  private static final double ORDINARY_LOGIT = -1.7;

  private static final double MOOD_SD = 0.5;

  /** Log-odds that an invoice slips. */
  double slipLogit(World world, Buyer buyer, Bill bill) {
    long due = bill.dueDay();
    double years = (due - buyer.arrivesOn()) / DAYS_PER_YEAR;
    double usual =
        slipLogit
            + Math.min(4, driftPerYear * years)
            + swing * StrictMath.sin(swingPhase + 2 * StrictMath.PI * due / SWING_DAYS)
            + stressWeight * world.climate().stress(due)
            + amountWeight * bill.relativeLogAmount()
            + bill.kind().slipLogit
            + (bill.termDays() <= 7 ? 0.3 : 0)
            + (isCrunch(due) ? CRUNCH_LOGIT : 0)
            + mood(world, buyer, due);
    return world.isTurned(due) ? usual + 2 * (ORDINARY_LOGIT - own(bill)) : usual;
  }

  /** What comes of the customer and the invoice, and not of the times. */
  private double own(Bill bill) {
    return slipLogit + amountWeight * bill.relativeLogAmount() + bill.kind().slipLogit;
  }

  /** Scale of the delay of an invoice that slips. */
  double delayScaleDays(World world, Bill bill) {
    double stress = Math.max(0, world.climate().stress(bill.dueDay()));
    return delayScaleDays * (1 + 0.6 * stressWeight * stress) * (isCrunch(bill.dueDay()) ? 1.3 : 1);
  }

  /** The day on which money meant for a day goes out. */
  long payDay(long intended, boolean slipped, long notBefore) {
    boolean ahead = cautious && !slipped;
    long run =
        ahead
            ? payRun.onOrBefore(intended, payRunWeekday)
            : payRun.onOrAfter(intended, payRunWeekday);
    return run >= notBefore ? run : payRun.onOrAfter(notBefore, payRunWeekday);
  }

  private boolean isCrunch(long day) {
    return archetype == Archetype.SEASONAL
        && Math.floorMod(BusinessDays.month(day) - crunchMonth, 12L) < 3;
  }

  /** What a month is like for the customer, for all its invoices alike. */
  private double mood(World world, Buyer buyer, long day) {
    return MOOD_SD * world.dice(Purpose.MONTH, buyer.number(), BusinessDays.month(day)).normal();
  }
}
