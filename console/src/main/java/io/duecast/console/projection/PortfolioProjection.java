package io.duecast.console.projection;

import io.duecast.insight.AgingTotal;
import io.duecast.insight.Conduct;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.Turnover;

/** What was owed at the end of each day. A day that is told again changes nothing. */
final class PortfolioProjection implements Projection {
  private static final String DAY =
      Statement.append(
          "portfolio_days",
          "day",
          "currency",
          "entity",
          "segment",
          "open_invoices",
          "open_amounts",
          "billed",
          "cash",
          "credited",
          "allowed",
          "written_off",
          "cancelled",
          "unapplied",
          "regrouped",
          "received",
          "days_past_due",
          "days_from_issue",
          "settled",
          "settled_on_time",
          "promises_kept",
          "promises_broken",
          "disputes_ended",
          "dispute_days",
          "opened",
          "unpriced",
          "recorded_at",
          "replayed");

  @Override
  public void project(Object value, Place place, Rows rows) {
    PortfolioDay it = (PortfolioDay) value;
    Turnover turnover = it.turnover();
    Conduct conduct = it.conduct();
    rows.add(
        DAY,
        it.day(),
        it.group().currency(),
        it.group().entity(),
        it.group().segment(),
        it.open().stream().map(AgingTotal::invoices).toList(),
        it.open().stream().map(AgingTotal::amount).toList(),
        turnover.billed(),
        turnover.cash(),
        turnover.credited(),
        turnover.allowed(),
        turnover.writtenOff(),
        turnover.cancelled(),
        turnover.unapplied(),
        turnover.regrouped(),
        conduct.received(),
        conduct.daysPastDue(),
        conduct.daysFromIssue(),
        conduct.settled(),
        conduct.settledOnTime(),
        conduct.promisesKept(),
        conduct.promisesBroken(),
        conduct.disputesEnded(),
        conduct.disputeDays(),
        conduct.opened(),
        conduct.unpriced(),
        it.recordedAt(),
        it.replayed());
  }
}
