package io.duecast.simulator;

import java.util.Arrays;

/**
 * How a customer is at heart: hidden from everything that scores, and what it must find out.
 * Chances are of one invoice at the customer's average, in calm times.
 */
public enum Archetype {
  /** Pays on the day. */
  PUNCTUAL(0.43, 0.025, 3, 1.2, 0, 0.0003, 0.8),
  /** Pays a few days late as often as not, and well when reminded. */
  FORGETFUL(0.15, 0.30, 5, 1.4, 0, 0.0005, 1.0),
  /** Pays when its payment run comes round; late only by where the run falls. */
  PAYMENT_RUN(0.12, 0.06, 7, 1.2, 0, 0.0003, 0.4),
  /** Lives on its suppliers. */
  CHRONIC(0.06, 0.80, 24, 1.1, 0, 0.012, 0.5),
  /** Begins well and slips from quarter to quarter. */
  DETERIORATING(0.05, 0.06, 14, 1.0, 0.0001, 0.004, 0.5),
  /** Runs dry in the same months of each year. */
  SEASONAL(0.07, 0.06, 16, 1.3, 0, 0.001, 0.6),
  /** A big house: every invoice takes its way, and every one is paid. */
  SLOW_CORPORATE(0.07, 0.45, 11, 1.8, 0, 0, 0.3),
  /** Young and thin; may be gone next month. */
  START_UP(0.05, 0.25, 15, 1.0, 0.0006, 0.01, 0.6);

  private static final Archetype[] ALL = values();
  private static final double[] SHARES =
      Arrays.stream(values()).mapToDouble(archetype -> archetype.share).toArray();

  final double share;
  final double slipChance;
  final double delayScaleDays;
  final double delayShape;
  final double insolvencyPerDay;
  final double neverChance;
  final double reminderResponse;

  /**
   * @param share of all customers
   * @param slipChance that an invoice is not paid when it is due
   * @param delayScaleDays of the Weibull distribution of the delay of one that slipped
   * @param insolvencyPerDay the hazard of insolvency in calm times
   * @param neverChance that an invoice is not paid at all, short of insolvency
   * @param reminderResponse how much of a reminder's effect reaches it, 0..1
   */
  Archetype(
      double share,
      double slipChance,
      double delayScaleDays,
      double delayShape,
      double insolvencyPerDay,
      double neverChance,
      double reminderResponse) {
    this.share = share;
    this.slipChance = slipChance;
    this.delayScaleDays = delayScaleDays;
    this.delayShape = delayShape;
    this.insolvencyPerDay = insolvencyPerDay;
    this.neverChance = neverChance;
    this.reminderResponse = reminderResponse;
  }

  static Archetype drawn(Dice dice) {
    return dice.oneOf(ALL, SHARES);
  }
}
