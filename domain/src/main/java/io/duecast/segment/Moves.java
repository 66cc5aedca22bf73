package io.duecast.segment;

import io.duecast.calendar.DayOpened;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a customer moves to another segment. Once it has moved it stays, unless it
 * belongs to a worse one and enough has come due since to know it.
 */
final class Moves {
  private final SegmentRules rules;
  private final Placing placing;

  Moves(SegmentRules rules) {
    this.rules = rules;
    this.placing = new Placing(rules);
  }

  /** What is to be said of it; null if nothing is new. */
  @Nullable CustomerSegmented after(
      SegmentedCustomer customer, Measured now, DayOpened day, Instant at) {
    CustomerSegmented told = customer.told();
    Trend trend = placing.trend(now, told == null ? Trend.UNKNOWN : told.trend());
    RiskSegment aim = placing.segment(now, customer.segment(), trend);
    Worth worth = placing.worth(now, told == null ? Worth.UNKNOWN : told.worth());
    LocalDate since = day.date();
    if (told != null) {
      boolean isMove = aim != told.segment() || worth != told.worth();
      if (!isMove || stays(customer, told, aim, day.date())) {
        aim = told.segment();
        worth = told.worth();
        since = told.since();
      }
    }
    Strategy strategy = Strategies.of(aim, worth, now, customer.currency());
    boolean isNew = told == null || aim != told.segment() || worth != told.worth();
    if (told != null && !isNew && !isOutdated(told, strategy, day.date())) {
      return null;
    }
    return new CustomerSegmented(
        customer.id(),
        told == null ? 1 : told.revision() + 1,
        day.date(),
        since,
        aim,
        worth,
        trend,
        customer.segment(),
        told == null ? Worth.UNKNOWN : told.worth(),
        reasons(now),
        strategy,
        rules.version(),
        at,
        day.replayed());
  }

  /** What holds a customer where it is; a day of history before that changes nothing. */
  private boolean stays(
      SegmentedCustomer customer, CustomerSegmented told, RiskSegment aim, LocalDate today) {
    boolean isEarly = today.isBefore(told.since().plusDays(rules.stayDays()));
    boolean isKnown =
        customer.evidence() >= rules.evidenceToMove() && aim.isWorseThan(told.segment());
    return isEarly && !isKnown;
  }

  private boolean isOutdated(CustomerSegmented told, Strategy now, LocalDate today) {
    return !today.isBefore(told.on().plusDays(rules.stayDays()))
        && Strategies.areFarApart(told.strategy().creditLimit(), now.creditLimit());
  }

  private List<SegmentReason> reasons(Measured now) {
    List<SegmentReason> reasons = new ArrayList<>();
    reasons.add(new SegmentReason(SegmentMeasure.LATE_RISK, now.lateRisk(), limit(now.lateRisk())));
    if (now.longOverdueShare() > 0) {
      reasons.add(
          new SegmentReason(
              SegmentMeasure.LONG_OVERDUE_SHARE,
              now.longOverdueShare(),
              (long) rules.longOverdueFrom()));
    }
    reasons.add(SegmentReason.of(SegmentMeasure.OVERDUE_SHARE, now.overdueShare()));
    reasons.add(
        new SegmentReason(SegmentMeasure.JUDGED_INVOICES, now.judged(), (long) rules.newBelow()));
    reasons.add(SegmentReason.of(SegmentMeasure.LATE_INVOICES, now.late()));
    reasons.add(SegmentReason.of(SegmentMeasure.ASSESSED_RISK, now.assessedRisk()));
    reasons.add(SegmentReason.of(SegmentMeasure.RECENT_CHANGE, now.recentChange()));
    reasons.add(
        new SegmentReason(
            SegmentMeasure.TURNOVER, whole(now.turnover()), whole(rules.keyTurnover())));
    return reasons;
  }

  /** The limit that a risk has reached; that of being watched if it has reached none. */
  private long limit(int risk) {
    if (risk >= rules.criticalFrom()) {
      return rules.criticalFrom();
    }
    return risk >= rules.lateFrom() ? rules.lateFrom() : rules.watchedFrom();
  }

  private static long whole(BigDecimal amount) {
    return amount.longValue();
  }
}
