package io.duecast.streams.run;

import static io.duecast.Examples.anInvoice;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.check.RejectReason;
import io.duecast.event.EventId;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.label.LabelReason;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Interval;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import io.duecast.streams.Flows;
import io.duecast.wire.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlowMetersTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void whatIsToBeExpectedStandsAtZeroFromTheStart() {
    FlowMeters flow = new FlowMeters(meters, Flows.LEDGER);

    assertThat(counted("duecast.events.taken", "kind", "InvoiceIssued")).isZero();
    assertThat(counted("duecast.dead.letters", "reason", "undecodable")).isZero();
    assertThat(counted("duecast.assessments", "band", "very_high")).isZero();
    assertThat(meters.get("duecast.issue.to.score").timer().count()).isZero();
    assertThat(flow).isNotNull();
  }

  @Test
  void labelsAreCountedByTheFlowThatGivesThem() {
    assertThat(new FlowMeters(meters, Flows.LABELLING)).isNotNull();

    for (LabelReason reason : LabelReason.values()) {
      if (reason != LabelReason.UNKNOWN) {
        assertThat(counted("duecast.labels", "reason", reason.name().toLowerCase(Locale.ROOT)))
            .isZero();
      }
    }
  }

  @Test
  void eachEventIsCountedOnceUnderItsTopicAndKind() {
    FlowMeters flow = new FlowMeters(meters, Flows.LEDGER);
    flow.taken(Topics.INVOICE_EVENTS, anInvoice().fact().getClass());
    flow.taken(Topics.HISTORICAL_EVENTS, InvoiceIssued.class);
    flow.taken(Topics.HISTORICAL_EVENTS, InvoiceIssued.class);
    flow.refused(RejectReason.NO_DUE_DATE);

    assertThat(counted("duecast.events.taken", "topic", "invoice-events")).isEqualTo(1);
    assertThat(counted("duecast.events.taken", "topic", "historical-events")).isEqualTo(2);
    assertThat(counted("duecast.dead.letters", "reason", "no_due_date")).isEqualTo(1);
  }

  /**
   * The ledger looks at the indicators too, which are none of its inputs; a counter must not throw.
   */
  @Test
  void whatWasNotToBeExpectedIsCountedToo() {
    new FlowMeters(meters, Flows.LEDGER).taken(Topics.ECONOMIC_INDICATORS, EconomicIndicator.class);

    assertThat(counted("duecast.events.taken", "topic", "economic-indicators")).isEqualTo(1);
  }

  @Test
  void howLongItTookIsToldOfLiveInvoicesAtIssueAlone() {
    FlowMeters flow = new FlowMeters(meters, Flows.LEDGER);
    flow.assessed(risk(AssessmentTrigger.ISSUED, ScorerRole.CHAMPION, false), ofMillis(700));
    flow.assessed(risk(AssessmentTrigger.ISSUED, ScorerRole.SHADOW, false), ofMillis(700));
    flow.assessed(risk(AssessmentTrigger.AMENDED, ScorerRole.CHAMPION, false), ofMillis(700));
    flow.assessed(risk(AssessmentTrigger.ISSUED, ScorerRole.CHAMPION, true), ofMillis(700));

    assertThat(meters.get("duecast.issue.to.score").timer().count()).isEqualTo(1);
    assertThat(counted("duecast.assessments", "role", "champion")).isEqualTo(3);
    assertThat(counted("duecast.assessments", "trigger", "amended")).isEqualTo(1);
    assertThat(counted("duecast.assessments", "replayed", "true")).isEqualTo(1);
  }

  /** A source whose clock is ahead. */
  @Test
  void whatWasLearnedInTheFutureTookNoTime() {
    FlowMeters flow = new FlowMeters(meters, Flows.LEDGER);
    flow.assessed(risk(AssessmentTrigger.ISSUED, ScorerRole.BASELINE, false), ofMillis(-700));

    assertThat(meters.get("duecast.issue.to.score").timer().count()).isEqualTo(1);
    assertThat(meters.get("duecast.issue.to.score").timer().totalTime(TimeUnit.SECONDS)).isZero();
  }

  private static RiskAssessed risk(AssessmentTrigger trigger, ScorerRole role, boolean replayed) {
    Invoice invoice = anInvoice().invoice();
    return new RiskAssessed(
        "assessment",
        invoice.id(),
        invoice.customer(),
        trigger,
        "model",
        role,
        0.41,
        new Interval(0.33, 0.49),
        new AgingProbabilities(0.59, 0.2, 0.1, 0.06, 0.05),
        new ExpectedPayment(invoice.dueOn(), invoice.dueOn(), invoice.dueOn()),
        null,
        RiskBand.HIGH,
        null,
        List.of(),
        "features",
        Map.of(),
        invoice.issuedOn(),
        invoice.dueOn(),
        null,
        new EventId("cause"),
        null,
        Instant.EPOCH,
        replayed);
  }

  private double counted(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).counters().stream().mapToDouble(Counter::count).sum();
  }
}
