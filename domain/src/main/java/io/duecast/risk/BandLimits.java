package io.duecast.risk;

import static io.duecast.check.Check.require;

/** The lowest probability of being late of each band above the lowest. */
public record BandLimits(double medium, double high, double veryHigh) {
  public static final BandLimits DEFAULT = new BandLimits(0.15, 0.35, 0.6);

  public BandLimits {
    require(
        0 < medium && medium < high && high < veryHigh && veryHigh < 1,
        "the band limits %s, %s, %s do not rise from 0 to 1",
        medium,
        high,
        veryHigh);
  }

  public RiskBand band(double probabilityLate) {
    if (probabilityLate >= veryHigh) {
      return RiskBand.VERY_HIGH;
    }
    if (probabilityLate >= high) {
      return RiskBand.HIGH;
    }
    return probabilityLate >= medium ? RiskBand.MEDIUM : RiskBand.LOW;
  }
}
