package io.duecast.simulator;

import io.duecast.simulator.Dice.Purpose;

/** The days on which a customer buys, and how many invoices that gives. */
final class Visits {
  /** The mean of {@link #invoices()}. */
  static final double INVOICES_PER_VISIT = 1.125;

  /** The mean of the pace over a month, relative to its peak. */
  static final double MEAN_PACE = 0.70;

  private static final double WEEKEND_SHARE = 0.03;
  private static final double LONGEST_GAP_BUSINESS_DAYS = 2_000;

  private final double chance;
  private final Dice dice;
  private double backlog;

  Visits(World world, Buyer buyer) {
    dice = world.dice(Purpose.VISITS, buyer.number(), 0);
    chance = buyer.orders().visitChance();
  }

  /** The first day after {@code day} on which it buys. */
  long after(long day) {
    long next = day;
    do {
      next = BusinessDays.plus(next, gap());
    } while (!dice.chance(pace(next)));
    boolean weekend = BusinessDays.weekday(next) == 4 && dice.chance(5 * WEEKEND_SHARE);
    return weekend ? next + dice.whole(1, 2) : next;
  }

  /** How many invoices one visit gives; the busiest customers cannot come more than once a day. */
  int invoices() {
    backlog += Math.max(0, chance - 1);
    int extra = (int) backlog;
    backlog -= extra;
    int siblings = 1;
    while (siblings < 8 && dice.chance(1 - 1 / INVOICES_PER_VISIT)) {
      siblings++;
    }
    return siblings + extra;
  }

  /** Business days to the next try; geometric. */
  private long gap() {
    if (chance >= 1) {
      return 1;
    }
    double gap = StrictMath.log(1 - dice.uniform()) / StrictMath.log(1 - chance);
    return 1 + (long) Math.min(LONGEST_GAP_BUSINESS_DAYS, gap);
  }

  /** How busy a day is, relative to the last three business days of a month. */
  private static double pace(long day) {
    return BusinessDays.plus(day, 3) > BusinessDays.lastOfMonth(day) ? 1 : 0.65;
  }
}
