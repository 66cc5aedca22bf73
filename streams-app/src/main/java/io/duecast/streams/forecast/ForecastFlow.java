package io.duecast.streams.forecast;

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
 * The cash forecast: as each week begins, what cash is to come in the weeks ahead, and how good the
 * forecasts of the week that is over were. Each partition of the customers speaks for itself; one
 * task adds those up. See {@link ForecastStores} for what is kept.
 */
public final class ForecastFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.FORECAST.inputs();

  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final LedgerSettings settings;
  private final Patience patience;
  private final int partitions;
  private final FlowWatch watch;

  /**
   * The flow over these topics.
   *
   * @param patience had with the registry
   * @param partitions of the topics by customer
   * @param watch told what is done
   */
  public ForecastFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Patience patience,
      int partitions,
      FlowWatch watch) {
    this.topics = topics;
    this.serdes = serdes;
    this.settings = settings;
    this.patience = patience;
    this.partitions = partitions;
    this.watch = watch;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    ForecastStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Foretold>> foretold =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-accounts"))
            .process(
                () -> new FollowCash(reader, settings.desk()),
                Named.as("follow-cash"),
                ForecastStores.OF_CUSTOMERS)
            .split(Named.as("foretold-"))
            .branch((key, value) -> value instanceof Foretold.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("week"));

    branch(foretold, "foretold-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    branch(foretold, "foretold-week")
        .mapValues(it -> ((Foretold.Week) it).part(), Named.as("only-week"))
        .repartition(
            Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfForecast.class))
                .withNumberOfPartitions(1)
                .withName("cash-parts"))
        .process(() -> new GatherCash(partitions), Named.as("gather-cash"), ForecastStores.OF_ALL)
        .to(topics.name(Topics.CASH_FORECASTS), to(Topics.CASH_FORECASTS, "write-cash-forecasts"));
  }

  private static KStream<String, Foretold> branch(
      Map<String, KStream<String, Foretold>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
