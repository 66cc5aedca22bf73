package io.duecast.segment;

import static io.duecast.check.Check.require;
import static java.lang.Math.toIntExact;

import io.duecast.risk.BandLimits;
import java.math.BigDecimal;

/**
 * The limits by which customers are told apart. Shares and risks are per mille.
 *
 * @param version another one for whatever is changed
 * @param newBelow a customer is new with fewer invoices than so many that have come due
 * @param watchedFrom lowest risk of {@link RiskSegment#WATCHED}
 * @param lateFrom lowest risk of {@link RiskSegment#LATE}
 * @param criticalFrom lowest risk of {@link RiskSegment#CRITICAL}
 * @param margin a limit is crossed only if it is passed by so much
 * @param longOverdueFrom share of what is owed more than 60 days past due that makes it critical
 * @param longOverdueUntil and below which it no longer is
 * @param stayDays for which a customer stays where it is
 * @param evidenceToMove so many more invoices that have come due let it move to a worse one earlier
 * @param priorWeight for how many invoices that have come due the assessed risk counts
 * @param keyTurnover billed in twelve months, from which a customer is a key one; below four fifths
 *     of it, it no longer is
 */
public record SegmentRules(
    int version,
    int newBelow,
    int watchedFrom,
    int lateFrom,
    int criticalFrom,
    int margin,
    int longOverdueFrom,
    int longOverdueUntil,
    int stayDays,
    int evidenceToMove,
    int priorWeight,
    BigDecimal keyTurnover) {
  public static final SegmentRules DEFAULT =
      new SegmentRules(1, 3, 150, 350, 600, 30, 500, 300, 30, 3, 5, new BigDecimal("50000"));

  private static final int MILLE = 1000;

  /** From which age on what is overdue is so for a long time. */
  static final int LONG_DAYS = 60;

  public SegmentRules {
    require(
        margin <= watchedFrom && watchedFrom <= lateFrom && lateFrom <= criticalFrom,
        "the limits %d, %d, %d do not rise",
        watchedFrom,
        lateFrom,
        criticalFrom);
    require(margin >= 0 && stayDays >= 1, "a margin of %d, a stay of %d days", margin, stayDays);
    require(keyTurnover.signum() >= 0, "a key turnover of %s", keyTurnover);
  }

  /** With the limits of a company's bands of risk, and what makes a key customer for it. */
  public static SegmentRules of(BandLimits bands, BigDecimal keyTurnover) {
    int watchedFrom = perMille(bands.medium());
    return new SegmentRules(
        DEFAULT.version,
        DEFAULT.newBelow,
        watchedFrom,
        perMille(bands.high()),
        perMille(bands.veryHigh()),
        Math.min(DEFAULT.margin, watchedFrom / 3),
        DEFAULT.longOverdueFrom,
        DEFAULT.longOverdueUntil,
        DEFAULT.stayDays,
        DEFAULT.evidenceToMove,
        DEFAULT.priorWeight,
        keyTurnover);
  }

  private static int perMille(double share) {
    return toIntExact(Math.round(MILLE * share));
  }
}
