package io.duecast.forecast;

import io.duecast.money.Money;

/**
 * What is expected of a week, and how sure that is, in sums that add up over customers. How far the
 * invoices of one customer move together is not known yet, so both ends are kept: as if each were
 * paid for itself, and as if a customer paid all at once or nothing.
 *
 * @param expected the mean
 * @param varianceApart in the currency's unit, squared
 * @param varianceTogether likewise; never less
 * @param logNoneApart the logarithm of the probability that nothing comes; never above 0
 * @param logNoneTogether likewise; never less
 */
public record WeekCash(
    Money expected,
    double varianceApart,
    double varianceTogether,
    double logNoneApart,
    double logNoneTogether) {

  /** Of two groups of customers. */
  public WeekCash plus(WeekCash other) {
    return new WeekCash(
        expected.plus(other.expected),
        varianceApart + other.varianceApart,
        varianceTogether + other.varianceTogether,
        logNoneApart + other.logNoneApart,
        logNoneTogether + other.logNoneTogether);
  }

  /** What comes, as a distribution. */
  WeekTotal total(Togetherness togetherness) {
    double share = togetherness.share();
    return new WeekTotal(
        StrictMath.exp(between(logNoneApart, logNoneTogether, share)),
        expected.toDouble(),
        between(varianceApart, varianceTogether, share));
  }

  private static double between(double apart, double together, double share) {
    return share <= 0 ? apart : share >= 1 ? together : (1 - share) * apart + share * together;
  }
}
