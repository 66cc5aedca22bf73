package io.duecast.forecast;

import io.duecast.money.Money;

/** Adds up, invoice by invoice of one customer, what comes with some probability. */
final class CashSum {
  private double expected;
  private double variance;
  private double deviation;
  private double logNone;
  private double likeliest;

  /** An amount that comes whole with a probability, or not at all. */
  void add(double amount, double probability) {
    double p = Math.clamp(probability, 0.0, 1.0);
    double deviates = amount * Math.sqrt(p * (1 - p));
    expected += amount * p;
    variance += deviates * deviates;
    deviation += deviates;
    logNone += StrictMath.log1p(-p);
    likeliest = Math.max(likeliest, p);
  }

  double expected() {
    return expected;
  }

  /** The same, with the mean in whole minor units. */
  WeekCash cash(Money mean) {
    return new WeekCash(
        mean, variance, deviation * deviation, logNone, StrictMath.log1p(-likeliest));
  }
}
