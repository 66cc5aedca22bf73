package io.duecast.simulator;

import io.duecast.simulator.Dice.Purpose;

/** The day on which a customer can pay no more. */
final class Insolvency {
  static final long NEVER = Long.MAX_VALUE / 4;

  private static final int STEP_DAYS = 15;
  private static final int LOOK_AHEAD_DAYS = 3_650;

  private Insolvency() {}

  /** The one that happens. */
  static long of(World world, Buyer buyer) {
    Dice dice = world.dice(Purpose.INSOLVENCY, buyer.number(), 0);
    return drawn(world, buyer, buyer.arrivesOn(), dice);
  }

  /** One that could happen to a customer who is solvent on {@code from}. */
  static long drawn(World world, Buyer buyer, long from, Dice dice) {
    Habit habit = buyer.habit();
    double hazard = habit.archetype().insolvencyPerDay;
    if (hazard == 0) {
      return NEVER;
    }
    double left = dice.exponential(1);
    for (long day = from; day < from + LOOK_AHEAD_DAYS; day += STEP_DAYS) {
      double stress = Math.max(0, habit.stressWeight() * world.climate().stress(day));
      double today = hazard * (1 + 2 * stress);
      if (left < today * STEP_DAYS) {
        return day + 1 + (long) (left / today);
      }
      left -= today * STEP_DAYS;
    }
    return NEVER;
  }
}
