package io.duecast.streams.run;

import io.duecast.check.RejectReason;
import io.duecast.label.LabelReason;
import io.duecast.label.LabelledInvoice;
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
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a flow tells, as numbers of this instance. All of them stand at 0 from the start, so that
 * the first event shows as a rise.
 */
final class FlowMeters implements FlowWatch {
  private final Map<Object, Counter> counters = new ConcurrentHashMap<>();
  private final Timer latency;

  private record Taken(String topic, Class<?> kind) {}

  private record Assessed(ScorerRole role, RiskBand band, boolean replayed) {}

  /** The numbers of one flow. */
  FlowMeters(MeterRegistry meters, Flows flow) {
    String name = flow.part();
    for (Topic<?> topic : flow.inputs()) {
      for (Class<?> kind : topic.types()) {
        put(
            new Taken(topic.name(), kind),
            Counter.builder("duecast.events.taken")
                .description("records that a flow has read, by topic and what they carry")
                .tags("flow", name, "topic", topic.name(), "kind", kind.getSimpleName()),
            meters);
      }
    }
    for (RejectReason reason : RejectReason.values()) {
      put(
          reason,
          Counter.builder("duecast.dead.letters")
              .description("records, or parts of them, that a flow has refused, by reason")
              .tags("flow", name, "reason", lower(reason)),
          meters);
    }
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
    if (flow == Flows.LEDGER) {
      assessments(meters);
    }
    if (flow == Flows.LABELLING) {
      labels(meters);
    }
  }

  private void assessments(MeterRegistry meters) {
    for (ScorerRole role : ScorerRole.values()) {
      for (RiskBand band : RiskBand.values()) {
        for (boolean replayed : new boolean[] {false, true}) {
          if (role != ScorerRole.UNKNOWN && band != RiskBand.UNKNOWN) {
            put(
                new Assessed(role, band, replayed),
                Counter.builder("duecast.assessments")
                    .description("risks that were told, by role of the scorer and band")
                    .tags(
                        "role",
                        lower(role),
                        "band",
                        lower(band),
                        "replayed",
                        Boolean.toString(replayed)),
                meters);
          }
        }
      }
    }
  }

  private void labels(MeterRegistry meters) {
    for (LabelReason reason : LabelReason.values()) {
      put(
          reason,
          Counter.builder("duecast.labels")
              .description("labels that were told, corrections too, by what brought them about")
              .tags("reason", lower(reason)),
          meters);
    }
  }

  private void put(Object key, Counter.Builder counter, MeterRegistry meters) {
    counters.put(key, counter.register(meters));
  }

  private static String lower(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void taken(Topic<?> topic, Class<?> kind) {
    count(new Taken(topic.name(), kind));
  }

  @Override
  public void refused(RejectReason reason) {
    count(reason);
  }

  @Override
  public void assessed(RiskAssessed risk, Duration sinceLearned) {
    count(new Assessed(risk.role(), risk.band(), risk.replayed()));
    if (!risk.replayed() && risk.role() != ScorerRole.SHADOW) {
      latency.record(sinceLearned.isNegative() ? Duration.ZERO : sinceLearned);
    }
  }

  @Override
  public void labelled(LabelledInvoice invoice) {
    count(invoice.reason());
  }

  private void count(Object what) {
    Objects.requireNonNull(counters.get(what), what::toString).increment();
  }
}
