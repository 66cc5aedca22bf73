package io.duecast.simulator;

/** The state of the economy on each day: the downturn and a slow swell of its own. */
final class Climate {
  private final Downturn downturn;
  private final double phase;
  private final double periodDays;

  Climate(EconomySettings settings) {
    Dice dice = Dice.of(settings.seed(), Dice.Purpose.CLIMATE, 0, 0);
    downturn = settings.downturn();
    phase = dice.between(0, 2 * StrictMath.PI);
    periodDays = dice.between(500, 900);
  }

  /** What the economy adds to the log-odds of slipping; about 0 in calm times. */
  double stress(long day) {
    return downturn.stress(day)
        + 0.1 * StrictMath.sin(phase + 2 * StrictMath.PI * day / periodDays);
  }
}
