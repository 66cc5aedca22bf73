package io.duecast.streams.run;

import io.duecast.check.RejectReason;
import io.duecast.label.LabelReason;
import io.duecast.label.LabelledInvoice;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import io.duecast.streams.Flows;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a flow tells, as numbers of this instance. Those that are to be expected stand at 0 from the
 * start, so that the first event shows as a rise.
 */
final class FlowMeters implements FlowWatch {
  private final MeterRegistry meters;
  private final String flow;
  private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();
  private final Timer latency;

  /** What a counter counts. */
  private sealed interface Counted {}

  private record Taken(String topic, Class<?> kind) implements Counted {}

  private record Refused(RejectReason reason) implements Counted {}

  private record Assessed(
      ScorerRole role, RiskBand band, AssessmentTrigger trigger, boolean replayed)
      implements Counted {}

  private record Labelled(LabelReason reason) implements Counted {}

  /** The numbers of one flow. */
  FlowMeters(MeterRegistry meters, Flows flow) {
    this.meters = meters;
    this.flow = flow.part();
    this.latency =
        Timer.builder("duecast.issue.to.score")
            .description("from when it was learned that a live invoice was issued to its risk")
            .serviceLevelObjectives(
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofHours(1))
            .register(meters);
    for (Topic<?> topic : flow.inputs()) {
      topic.types().forEach(kind -> counter(new Taken(topic.name(), kind)));
    }
    for (RejectReason reason : RejectReason.values()) {
      counter(new Refused(reason));
    }
    switch (flow) {
      case LEDGER -> expectAssessments();
      case LABELLING -> expectLabels();
      case MONITORING, PORTFOLIO, DUNNING, FORECAST, SEGMENT -> {}
    }
  }

  private void expectAssessments() {
    for (ScorerRole role : ScorerRole.values()) {
      for (RiskBand band : RiskBand.values()) {
        if (role != ScorerRole.UNKNOWN && band != RiskBand.UNKNOWN) {
          counter(new Assessed(role, band, AssessmentTrigger.ISSUED, false));
        }
      }
    }
  }

  private void expectLabels() {
    for (LabelReason reason : LabelReason.values()) {
      if (reason != LabelReason.UNKNOWN) {
        counter(new Labelled(reason));
      }
    }
  }

  private Counter counter(Counted what) {
    return counters.computeIfAbsent(what, this::made);
  }

  private Counter made(Counted what) {
    return switch (what) {
      case Taken it ->
          Counter.builder("duecast.events.taken")
              .description("records that a flow has read, by topic and what they carry")
              .tags("flow", flow, "topic", it.topic(), "kind", it.kind().getSimpleName())
              .register(meters);
      case Refused it ->
          Counter.builder("duecast.dead.letters")
              .description("records, or parts of them, that a flow has refused, by reason")
              .tags("flow", flow, "reason", lower(it.reason()))
              .register(meters);
      case Assessed it ->
          Counter.builder("duecast.assessments")
              .description("risks that were told, by role of the scorer, band and trigger")
              .tags("role", lower(it.role()), "band", lower(it.band()))
              .tag("trigger", lower(it.trigger()))
              .tag("replayed", Boolean.toString(it.replayed()))
              .register(meters);
      case Labelled it ->
          Counter.builder("duecast.labels")
              .description("labels that were told, corrections too, by what brought them about")
              .tag("reason", lower(it.reason()))
              .register(meters);
    };
  }

  private static String lower(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void taken(Topic<?> topic, Class<?> kind) {
    counter(new Taken(topic.name(), kind)).increment();
  }

  @Override
  public void refused(RejectReason reason) {
    counter(new Refused(reason)).increment();
  }

  @Override
  public void assessed(RiskAssessed risk, Duration sinceLearned) {
    counter(new Assessed(risk.role(), risk.band(), risk.trigger(), risk.replayed())).increment();
    boolean isOfRecord =
        risk.trigger() == AssessmentTrigger.ISSUED && risk.role() != ScorerRole.SHADOW;
    if (isOfRecord && !risk.replayed()) {
      latency.record(sinceLearned.isNegative() ? Duration.ZERO : sinceLearned);
    }
  }

  @Override
  public void labelled(LabelledInvoice invoice) {
    counter(new Labelled(invoice.reason())).increment();
  }
}
