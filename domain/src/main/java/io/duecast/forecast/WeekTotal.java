package io.duecast.forecast;

import static io.duecast.check.Check.require;

/**
 * The cash of a week as a distribution: nothing at all with some probability, and else a gamma
 * distribution, which is never below nothing and leans to the right; together of the mean and the
 * variance that are given.
 *
 * @param none the probability that nothing comes, 0..1
 */
record WeekTotal(double none, double mean, double variance) {
  /** Of the mean of what comes if anything does, squared. */
  private static final double LEAST_VARIANCE = 1e-12;

  WeekTotal {
    require(none >= 0 && none <= 1, "nothing comes with a probability of %s", none);
    require(mean >= 0 && variance >= 0, "a mean of %s, a variance of %s", mean, variance);
  }

  /**
   * The amount that is not exceeded with a probability.
   *
   * @param probability above 0 and below 1
   */
  double quantile(double probability) {
    if (mean <= 0 || probability <= none) {
      return 0;
    }
    double something = 1 - none;
    double meanThen = mean / something;
    double squareThen = (variance + mean * mean) / something;
    double varianceThen =
        Math.max(LEAST_VARIANCE * meanThen * meanThen, squareThen - meanThen * meanThen);
    double shape = meanThen * meanThen / varianceThen;
    return Gamma.quantile((probability - none) / something, shape) * meanThen / shape;
  }
}
