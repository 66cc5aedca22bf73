package io.duecast.reserve;

import io.duecast.insight.AgingBucket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which share of a receivable is lost in the end, by its age: of all days on which money stood in a
 * bucket, those of money that was lost later. A receivable found there at random is lost with that
 * probability, whatever way it takes to a write-off. A group is blended with all groups of its
 * currency by its size, and those with the starting rates until a whole window has passed.
 */
final class Rates {
  /** Decimals of a rate. */
  static final int SCALE = 6;

  private final ReservePolicy policy;

  Rates(ReservePolicy policy) {
    this.policy = policy;
  }

  /**
   * Of one group in each bucket, the forward-looking factor left out.
   *
   * @param all the experience with all groups of its currency
   */
  List<BigDecimal> of(Experience group, Experience all) {
    BigDecimal share = shareOfWindow(all.days());
    List<BigDecimal> rates = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      BigDecimal start = policy.startingRates().get(bucket.place());
      BigDecimal seen = seen(group, all, bucket);
      rates.add(seen == null ? start : blend(seen, start, share));
    }
    return rates;
  }

  /** Null where nothing has been owed yet, by anybody. */
  private @Nullable BigDecimal seen(Experience group, Experience all, AgingBucket bucket) {
    BigDecimal owed = all.owedDays(bucket);
    if (owed.signum() == 0) {
      return null;
    }
    BigDecimal ofAll = quotient(all.lostDays(bucket), owed).min(BigDecimal.ONE);
    BigDecimal weight = owed.multiply(policy.standAloneShare());
    BigDecimal lost = group.lostDays(bucket).add(ofAll.multiply(weight));
    return quotient(lost, group.owedDays(bucket).add(weight)).min(BigDecimal.ONE);
  }

  /** A rate with what is expected of the economy. */
  BigDecimal forwardLooking(BigDecimal rate) {
    return atMostAll(rate.multiply(policy.forwardLooking()));
  }

  /** How much of a window is behind us, by whole months. */
  private BigDecimal shareOfWindow(int days) {
    int months = Math.min(days * 12 / 365, policy.windowMonths());
    return quotient(BigDecimal.valueOf(months), BigDecimal.valueOf(policy.windowMonths()));
  }

  private static BigDecimal blend(BigDecimal one, BigDecimal other, BigDecimal shareOfOne) {
    return atMostAll(
        one.multiply(shareOfOne).add(other.multiply(BigDecimal.ONE.subtract(shareOfOne))));
  }

  private static BigDecimal atMostAll(BigDecimal rate) {
    return rate.min(BigDecimal.ONE).setScale(SCALE, RoundingMode.HALF_EVEN);
  }

  static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, SCALE, RoundingMode.HALF_EVEN);
  }
}
