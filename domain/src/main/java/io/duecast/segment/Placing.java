package io.duecast.segment;

import java.math.BigDecimal;

/**
 * Where a customer belongs by its figures, given where it is: a limit is crossed only if it is
 * passed by the margin, on the way up and on the way down.
 */
final class Placing {
  /** Deviations, in thousandths, from which a change is told, and below which it is over. */
  private static final int CHANGES_FROM = 2000;

  private static final int CHANGES_UNTIL = 1000;

  private static final BigDecimal STAYS_KEY = new BigDecimal("0.8");

  private final SegmentRules rules;

  Placing(SegmentRules rules) {
    this.rules = rules;
  }

  RiskSegment segment(Measured now, RiskSegment current, Trend trend) {
    boolean wasNew = current == RiskSegment.UNKNOWN || current == RiskSegment.NEW;
    if (wasNew ? now.judged() < rules.newBelow() : now.judged() == 0) {
      return RiskSegment.NEW;
    }
    int oldest =
        current == RiskSegment.CRITICAL ? rules.longOverdueUntil() : rules.longOverdueFrom();
    if (now.longOverdueShare() >= oldest || isAbove(now, rules.criticalFrom(), current, 3)) {
      return RiskSegment.CRITICAL;
    }
    if (isAbove(now, rules.lateFrom(), current, 2)) {
      return RiskSegment.LATE;
    }
    if (trend == Trend.WORSENING) {
      return RiskSegment.SLIPPING;
    }
    return isAbove(now, rules.watchedFrom(), current, 1)
        ? RiskSegment.WATCHED
        : RiskSegment.RELIABLE;
  }

  private boolean isAbove(Measured now, int limit, RiskSegment current, int step) {
    int known =
        switch (current) {
          case UNKNOWN, NEW -> -1;
          case RELIABLE -> 0;
          case WATCHED, SLIPPING -> 1;
          case LATE -> 2;
          case CRITICAL -> 3;
        };
    int margin = known < 0 ? 0 : known >= step ? -rules.margin() : rules.margin();
    return now.lateRisk() >= limit + margin;
  }

  Trend trend(Measured now, Trend current) {
    int change = now.recentChange();
    if (change >= (current == Trend.WORSENING ? CHANGES_UNTIL : CHANGES_FROM)) {
      return Trend.WORSENING;
    }
    return change <= -(current == Trend.IMPROVING ? CHANGES_UNTIL : CHANGES_FROM)
        ? Trend.IMPROVING
        : Trend.STEADY;
  }

  Worth worth(Measured now, Worth current) {
    BigDecimal limit =
        current == Worth.KEY ? rules.keyTurnover().multiply(STAYS_KEY) : rules.keyTurnover();
    return now.turnover().compareTo(limit) >= 0 ? Worth.KEY : Worth.STANDARD;
  }
}
