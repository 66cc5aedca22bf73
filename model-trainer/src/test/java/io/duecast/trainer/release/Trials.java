package io.duecast.trainer.release;

import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import io.duecast.receivable.InvoiceId;
import io.duecast.release.ModelReleased;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Interval;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is said of live invoices while a candidate is on trial. */
public final class Trials {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 2);

  private Trials() {}

  /** So many invoices, each scored by the candidate a second after it was put on trial. */
  public static List<RiskAssessed> silent(ModelReleased candidate, int invoices) {
    Instant at = candidate.effectiveFrom().plusSeconds(1);
    return IntStream.range(0, invoices)
        .mapToObj(i -> said(candidate.modelId(), ScorerRole.SHADOW, 0.2, at))
        .toList();
  }

  static RiskAssessed said(String model, ScorerRole role, double probability, Instant at) {
    return new RiskAssessed(
        "e-1:ISSUED:" + role,
        new InvoiceId("i-1"),
        new CustomerId("c-1"),
        AssessmentTrigger.ISSUED,
        model,
        role,
        probability,
        new Interval(probability, probability),
        new AgingProbabilities(1 - probability, probability, 0, 0, 0),
        new ExpectedPayment(ISSUED, ISSUED, ISSUED),
        null,
        RiskBand.LOW,
        null,
        List.of(),
        "set",
        Map.of(),
        ISSUED,
        ISSUED,
        null,
        new EventId("e-1"),
        null,
        at,
        false);
  }
}
