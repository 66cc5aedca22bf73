package io.duecast.streams.insight;

import io.duecast.insight.PortfolioDay;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.intake.Refusal;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The portfolio: what is owed at the end of each day in each group, what moved it, and what of it
 * is not expected to come in. Each partition of the customers adds up for itself and tells once a
 * day; one task adds those up. See {@link PortfolioStores} for what is kept.
 */
public final class PortfolioFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.PORTFOLIO.inputs();

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
  public PortfolioFlow(
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
    PortfolioStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Counted>> counted =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-accounts"))
            .process(
                () -> new CountPortfolio(reader, settings.desk()),
                Named.as("count-portfolio"),
                PortfolioStores.OF_CUSTOMERS)
            .split(Named.as("counted-"))
            .branch((key, value) -> value instanceof Counted.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("day"));

    branch(counted, "counted-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    KStream<String, WholeDay> days =
        branch(counted, "counted-day")
            .mapValues(PortfolioFlow::part, Named.as("only-day"))
            .repartition(
                Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfDay.class))
                    .withNumberOfPartitions(1)
                    .withName("portfolio-parts"))
            .process(
                () -> new GatherPortfolio(partitions),
                Named.as("gather-portfolio"),
                PortfolioStores.OF_ALL);
    days.flatMap(PortfolioFlow::groups, Named.as("group-by-group"))
        .to(topics.name(Topics.PORTFOLIO_DAYS), to(Topics.PORTFOLIO_DAYS, "write-portfolio-days"));
    days.process(
            () -> new KeepReserves(settings.reserve()),
            Named.as("keep-reserves"),
            PortfolioStores.RESERVES)
        .to(
            topics.name(Topics.RESERVE_POSITIONS),
            to(Topics.RESERVE_POSITIONS, "write-reserve-positions"));
  }

  private static List<KeyValue<String, PortfolioDay>> groups(String day, WholeDay whole) {
    return whole.groups().stream().map(it -> KeyValue.pair(TopicKey.of(it), it)).toList();
  }

  private static PartOfDay part(Counted counted) {
    return ((Counted.Day) counted).part();
  }

  private static KStream<String, Counted> branch(
      Map<String, KStream<String, Counted>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
