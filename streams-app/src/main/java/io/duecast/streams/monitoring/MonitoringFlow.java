package io.duecast.streams.monitoring;

import io.duecast.health.HealthDesk;
import io.duecast.health.References;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.RecordReader;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Monitoring: what every model said at issue, champion or silent, joined with what became of it.
 * Each partition of the customers counts for itself and tells once a day what the day has changed;
 * one task adds that up, and tells how the models do. See {@link MonitoringStores} for what is
 * kept.
 */
public final class MonitoringFlow {
  /** What it reads. The days stand among the labels, after those that they bring. */
  public static final List<Topic<?>> INPUTS = FlowGroup.MONITORING.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final References references;
  private final int partitions;

  /**
   * The flow over these topics.
   *
   * @param partitions of the topics by customer
   */
  public MonitoringFlow(
      FlowEnds ends, LedgerSettings settings, References references, int partitions) {
    this.ends = ends;
    this.settings = settings;
    this.references = references;
    this.partitions = partitions;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    MonitoringStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Observed>> observed =
        FlowEnds.read(builder, reader, "read-outcomes")
            .process(
                () -> new ObserveInvoices(reader, desk()),
                Named.as("observe-invoices"),
                MonitoringStores.OF_INVOICES)
            .split(Named.as("observed-"))
            .branch((key, value) -> value instanceof Observed.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("day"));

    ends.writeLetters(FlowEnds.branch(observed, "observed-refused"));
    ends.write(
        FlowEnds.branch(observed, "observed-day")
            .mapValues(MonitoringFlow::tally, Named.as("only-day"))
            .repartition(
                Repartitioned.with(WireSerdes.keys(), StateSerde.of(DayTally.class))
                    .withNumberOfPartitions(1)
                    .withName("health-days"))
            .process(
                () -> new KeepHealth(partitions, references),
                Named.as("keep-health"),
                MonitoringStores.OF_MODELS),
        Topics.MODEL_HEALTH);
  }

  private HealthDesk desk() {
    return new HealthDesk(settings.desk().policy(), settings.desk().zone(), references);
  }

  private static DayTally tally(Observed observed) {
    return ((Observed.Day) observed).tally();
  }
}
