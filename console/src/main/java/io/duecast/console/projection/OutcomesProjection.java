package io.duecast.console.projection;

import static io.duecast.console.projection.ReceivablesProjection.amount;
import static io.duecast.console.projection.ReceivablesProjection.currency;

import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.Fact;
import io.duecast.receivable.PromiseToPay;
import io.duecast.receivable.Verdict;

/** What collectors recorded. What else is on their topic is told by what the ledger makes of it. */
final class OutcomesProjection implements Projection {
  private static final String RECORDED =
      Statement.append(
          "outcomes",
          "customer",
          "event_id",
          "invoice",
          "outcome",
          "promised_on",
          "promised_amount",
          "promised_currency",
          "assessment_id",
          "agrees",
          "channel",
          "agent",
          "effort_seconds",
          "contacted_on",
          "source",
          "recorded_at",
          "replayed");

  @Override
  public void project(Object value, Place place, Rows rows) {
    if (!(value instanceof Fact)) {
      throw new IllegalStateException("collections-events: " + value.getClass());
    }
    if (value instanceof CollectionOutcome it) {
      record(it, rows);
    }
  }

  private static void record(CollectionOutcome it, Rows rows) {
    PromiseToPay promise = it.promise();
    Verdict verdict = it.verdict();
    rows.add(
        RECORDED,
        it.customer().value(),
        it.envelope().eventId().value(),
        it.invoice() == null ? null : it.invoice().value(),
        it.outcome(),
        promise == null ? null : promise.on(),
        promise == null ? null : amount(promise.amount()),
        promise == null ? null : currency(promise.amount()),
        verdict == null ? null : verdict.assessmentId(),
        verdict == null ? null : verdict.agrees(),
        it.channel(),
        it.agent(),
        it.effortSeconds(),
        it.contactedOn(),
        it.envelope().source(),
        it.envelope().recordedAt(),
        it.envelope().replayed());
  }
}
