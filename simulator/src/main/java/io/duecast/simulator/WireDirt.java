package io.duecast.simulator;

import static io.duecast.check.Check.require;

/**
 * How much goes wrong between an event and its arrival, as shares 0..1 of all events.
 *
 * @param keyedInLate recorded hours to three days after it happened
 * @param delayed on its way for an hour to two days, and overtaken
 * @param repeated sent twice, the same to the bit
 * @param stale share of amendments after which an older version is sent once more
 */
public record WireDirt(double keyedInLate, double delayed, double repeated, double stale) {
  public static final WireDirt NONE = new WireDirt(0, 0, 0, 0);
  public static final WireDirt USUAL = new WireDirt(0.03, 0.02, 0.01, 0.05);

  public WireDirt {
    for (double share : new double[] {keyedInLate, delayed, repeated, stale}) {
      require(share >= 0 && share <= 1, "a share of %s is not within 0 and 1", share);
    }
  }
}
