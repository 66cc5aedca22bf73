package io.duecast.forecast;

import static io.duecast.check.Check.require;

import java.util.Arrays;

/** Of one invoice the share that comes in each week, and the share that comes later or never. */
public final class WeekShares {
  private final double[] shares;

  /**
   * @param shares of the weeks in order, and that of later; they sum to 1
   */
  WeekShares(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    require(Math.abs(sum - 1) < 1e-9, "the shares of the weeks sum to %s", sum);
    this.shares = shares.clone();
  }

  public int weeks() {
    return shares.length - 1;
  }

  /** Of a week, from 0. */
  public double of(int week) {
    require(week < weeks(), "week %d of %d", week, weeks());
    return shares[week];
  }

  /** After a week, or never. */
  double after(int week) {
    double rest = later();
    for (int next = week + 1; next < weeks(); next++) {
      rest += shares[next];
    }
    return rest;
  }

  /** After the last week, or never. */
  public double later() {
    return shares[weeks()];
  }

  /** All of it in one week with a probability, and else as it is here. */
  WeekShares mixedWith(int week, double probability) {
    double[] mixed = Arrays.stream(shares).map(it -> it * (1 - probability)).toArray();
    mixed[week] += probability;
    return new WeekShares(mixed);
  }
}
