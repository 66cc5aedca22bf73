package io.duecast.reserve;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.AgingTotal;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was owed over some days, and what of it was lost.
 *
 * @param days that were looked at
 * @param owedDays in each {@link AgingBucket}: what was open at the end of each day, added up
 */
public record Experience(int days, List<BigDecimal> owedDays, Lost lost) {
  static final Experience NONE =
      new Experience(
          0, Collections.nCopies(AgingBucket.values().length, BigDecimal.ZERO), Lost.NONE);

  public Experience {
    owedDays = List.copyOf(owedDays);
  }

  /** With one more day. */
  Experience plus(PortfolioDay day) {
    return plus(
        new Experience(1, day.open().stream().map(AgingTotal::amount).toList(), day.lost()));
  }

  /** Of the same group, over more days. */
  Experience plus(Experience more) {
    return new Experience(days + more.days, sum(more), lost.plus(more.lost));
  }

  /** Of another group, over the same days. */
  Experience beside(Experience other) {
    return new Experience(Math.max(days, other.days), sum(other), lost.plus(other.lost));
  }

  private List<BigDecimal> sum(Experience other) {
    List<BigDecimal> sum = new ArrayList<>();
    for (int i = 0; i < owedDays.size(); i++) {
      sum.add(owedDays.get(i).add(other.owedDays.get(i)));
    }
    return sum;
  }

  BigDecimal owedDays(AgingBucket bucket) {
    return owedDays.get(bucket.place());
  }

  /** What was given up, less what came back, as a share of what was given up. */
  BigDecimal keptLosing() {
    return lost.givenUp().signum() == 0
        ? BigDecimal.ONE
        : Rates.quotient(
            lost.givenUp().subtract(lost.recovered()).max(BigDecimal.ZERO), lost.givenUp());
  }

  /** Of the days on which money stood in a bucket, those of money that was lost. */
  BigDecimal lostDays(AgingBucket bucket) {
    return lost.amountDays().get(bucket.place()).multiply(keptLosing());
  }
}
