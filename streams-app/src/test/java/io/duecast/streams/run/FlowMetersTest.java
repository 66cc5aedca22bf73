package io.duecast.streams.run;

import static io.duecast.Examples.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.check.RejectReason;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.label.LabelReason;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.streams.Flows;
import io.duecast.wire.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
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

  private double counted(String name, String tag, String value) {
    return meters.get(name).tag(tag, value).counters().stream().mapToDouble(Counter::count).sum();
  }
}
