package io.duecast.simulator;

/** What all customers share. */
record World(EconomySettings settings, Climate climate, ExchangeRates rates) {
  static World of(EconomySettings settings) {
    return new World(settings, new Climate(settings), new ExchangeRates(settings.seed()));
  }

  Dice dice(Dice.Purpose purpose, long first, long second) {
    return Dice.of(settings.seed(), purpose, first, second);
  }

  /** Whether customers pay what falls due on a day as their opposites would. */
  boolean isTurned(long day) {
    return day >= settings.turnsOn().toEpochDay();
  }

  long firstDay() {
    return settings.start().toEpochDay();
  }

  /** The day after the last. */
  long endDay() {
    return firstDay() + settings.days();
  }
}
