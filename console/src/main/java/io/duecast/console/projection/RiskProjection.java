package io.duecast.console.projection;

import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;

/** Assessments: all of them, and beside the invoice the last by whoever is in charge. */
final class RiskProjection implements Projection {
  private static final String ALL =
      Statement.append(
          "assessments",
          "partition",
          "\"offset\"",
          "assessment_id",
          "customer",
          "invoice",
          "trigger",
          "model",
          "role",
          "probability_late",
          "probability_low",
          "probability_high",
          "band",
          "expected_on",
          "expected_earliest",
          "expected_latest",
          "on_time",
          "days_1_to_30",
          "days_31_to_60",
          "days_61_to_90",
          "days_over_90",
          "segment",
          "open_amount",
          "currency",
          "due_on",
          "reasons",
          "features",
          "recorded_at",
          "replayed");
  private static final String LAST =
      Statement.put(
          "invoices",
          2,
          "customer",
          "invoice",
          "assessment_id",
          "assessed_at",
          "model",
          "role",
          "probability_late",
          "probability_low",
          "probability_high",
          "band",
          "expected_on",
          "expected_earliest",
          "expected_latest",
          "segment");

  @Override
  public void project(Object value, Place place, Rows rows) {
    RiskAssessed it = (RiskAssessed) value;
    rows.add(
        ALL,
        place.partition(),
        place.offset(),
        it.assessmentId(),
        it.customer().value(),
        it.invoice().value(),
        it.trigger(),
        it.modelId(),
        it.role(),
        it.probabilityLate(),
        it.interval().low(),
        it.interval().high(),
        it.band(),
        it.expectedPayment().on(),
        it.expectedPayment().earliest(),
        it.expectedPayment().latest(),
        it.byBucket().onTime(),
        it.byBucket().days1To30(),
        it.byBucket().days31To60(),
        it.byBucket().days61To90(),
        it.byBucket().daysOver90(),
        it.segment(),
        ReceivablesProjection.amount(it.openAmount()),
        ReceivablesProjection.currency(it.openAmount()),
        it.dueOn(),
        Json.reasons(it.reasons()),
        Json.features(it.features()),
        it.recordedAt(),
        it.replayed());
    if (it.role() != ScorerRole.SHADOW) {
      last(it, rows);
    }
  }

  private static void last(RiskAssessed it, Rows rows) {
    rows.add(
        LAST,
        it.customer().value(),
        it.invoice().value(),
        it.assessmentId(),
        it.recordedAt(),
        it.modelId(),
        it.role(),
        it.probabilityLate(),
        it.interval().low(),
        it.interval().high(),
        it.band(),
        it.expectedPayment().on(),
        it.expectedPayment().earliest(),
        it.expectedPayment().latest(),
        it.segment());
  }
}
