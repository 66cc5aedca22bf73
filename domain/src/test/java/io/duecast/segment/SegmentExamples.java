package io.duecast.segment;

import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Interval;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Words about segments to build tests from. */
final class SegmentExamples {
  private SegmentExamples() {}

  /** The assessment at issue that belongs to a line which opens an invoice. */
  static RiskAssessed risk(ReceivableChanged opening, double probabilityLate) {
    LocalDate issuedOn = opening.after().issuedOn();
    return new RiskAssessed(
        "risk-" + opening.invoice(),
        opening.invoice(),
        opening.customer(),
        AssessmentTrigger.ISSUED,
        "m1",
        ScorerRole.CHAMPION,
        probabilityLate,
        new Interval(0, 1),
        new AgingProbabilities(1 - probabilityLate, probabilityLate, 0, 0, 0),
        new ExpectedPayment(issuedOn, issuedOn, issuedOn),
        null,
        RiskBand.LOW,
        null,
        List.of(),
        "set",
        Map.of(),
        issuedOn,
        opening.after().dueOn(),
        null,
        opening.cause(),
        null,
        opening.recordedAt(),
        opening.replayed());
  }
}
