package io.duecast.reserve;

import static io.duecast.check.Check.require;

import io.duecast.insight.AgingBucket;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a company reserves for credit losses.
 *
 * @param startingRates the share of a receivable in each {@link AgingBucket} that is taken to be
 *     lost while nothing is known, 0..1
 * @param windowMonths so many whole calendar months of losses and receivables are looked at, and
 *     the one that runs; until so many have passed, the starting rates stand for those that are
 *     missing
 * @param standAloneShare the share of all receivables of the currency at which a group counts for
 *     as much as all groups together, 0..1: a small group has had too few losses to tell
 * @param forwardLooking by which the rates are multiplied, for what is expected of the economy; 1
 *     for no more and no less than was
 */
public record ReservePolicy(
    List<BigDecimal> startingRates,
    int windowMonths,
    BigDecimal standAloneShare,
    BigDecimal forwardLooking) {
  /** The rates of the example in IFRS 9 (paragraph IE77), two years, a twentieth, as it was. */
  public static final ReservePolicy DEFAULT =
      new ReservePolicy(
          List.of(
              new BigDecimal("0.003"),
              new BigDecimal("0.016"),
              new BigDecimal("0.036"),
              new BigDecimal("0.066"),
              new BigDecimal("0.106")),
          24,
          new BigDecimal("0.05"),
          BigDecimal.ONE);

  public ReservePolicy {
    startingRates = List.copyOf(startingRates);
    require(
        startingRates.size() == AgingBucket.values().length,
        "%d starting rates; expected one for each of %d ageing buckets",
        startingRates.size(),
        AgingBucket.values().length);
    for (BigDecimal rate : startingRates) {
      require(isShare(rate), "starting rate %s is not between 0 and 1", rate);
    }
    require(windowMonths >= 1, "a window of %d months", windowMonths);
    require(
        isShare(standAloneShare) && standAloneShare.signum() > 0,
        "stand-alone share %s is not above 0 and at most 1",
        standAloneShare);
    require(forwardLooking.signum() > 0, "a forward-looking factor of %s", forwardLooking);
  }

  private static boolean isShare(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
  }
}
