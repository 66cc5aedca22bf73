package io.duecast.streams.monitoring;

import io.duecast.health.HealthDesk;
import io.duecast.health.References;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.intake.Refusal;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
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

  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final LedgerSettings settings;
  private final References references;
  private final Patience patience;
  private final int partitions;
  private final FlowWatch watch;

  /** One that nobody watches. */
  public MonitoringFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      References references,
      Patience patience,
      int partitions) {
    this(topics, serdes, settings, references, patience, partitions, FlowWatch.NONE);
  }

  /**
   * The flow over these topics.
   *
   * @param patience had with the registry
   * @param partitions of the topics by customer
   */
  public MonitoringFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      References references,
      Patience patience,
      int partitions,
      FlowWatch watch) {
    this.topics = topics;
    this.serdes = serdes;
    this.settings = settings;
    this.references = references;
    this.patience = patience;
    this.partitions = partitions;
    this.watch = watch;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    MonitoringStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Observed>> observed =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-outcomes"))
            .process(
                () -> new ObserveInvoices(reader, desk()),
                Named.as("observe-invoices"),
                MonitoringStores.OF_INVOICES)
            .split(Named.as("observed-"))
            .branch((key, value) -> value instanceof Observed.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("day"));

    branch(observed, "observed-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    branch(observed, "observed-day")
        .mapValues(MonitoringFlow::tally, Named.as("only-day"))
        .repartition(
            Repartitioned.with(WireSerdes.keys(), StateSerde.of(DayTally.class))
                .withNumberOfPartitions(1)
                .withName("health-days"))
        .process(
            () -> new KeepHealth(partitions, references),
            Named.as("keep-health"),
            MonitoringStores.OF_MODELS)
        .to(topics.name(Topics.MODEL_HEALTH), to(Topics.MODEL_HEALTH, "write-model-health"));
  }

  private HealthDesk desk() {
    return new HealthDesk(settings.desk().policy(), settings.desk().zone(), references);
  }

  private static DayTally tally(Observed observed) {
    return ((Observed.Day) observed).tally();
  }

  private static KStream<String, Observed> branch(
      Map<String, KStream<String, Observed>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
