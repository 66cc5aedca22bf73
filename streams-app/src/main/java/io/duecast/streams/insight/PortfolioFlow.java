package io.duecast.streams.insight;

import io.duecast.insight.PortfolioDay;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.RecordReader;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The portfolio: what is owed at the end of each day in each group, what moved it, and what of it
 * is not expected to come in. Each partition of the customers adds up for itself and tells once a
 * day; one task adds those up. See {@link PortfolioStores} for what is kept.
 */
public final class PortfolioFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.PORTFOLIO.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final int partitions;

  /**
   * The flow over these topics.
   *
   * @param partitions of the topics by customer
   */
  public PortfolioFlow(FlowEnds ends, LedgerSettings settings, int partitions) {
    this.ends = ends;
    this.settings = settings;
    this.partitions = partitions;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    PortfolioStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Counted>> counted =
        FlowEnds.read(builder, reader, "read-accounts")
            .process(
                () -> new CountPortfolio(reader, settings.desk()),
                Named.as("count-portfolio"),
                PortfolioStores.OF_CUSTOMERS)
            .split(Named.as("counted-"))
            .branch((key, value) -> value instanceof Counted.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("day"));

    ends.writeLetters(FlowEnds.branch(counted, "counted-refused"));
    KStream<String, WholeDay> days =
        FlowEnds.branch(counted, "counted-day")
            .mapValues(PortfolioFlow::part, Named.as("only-day"))
            .repartition(
                Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfDay.class))
                    .withNumberOfPartitions(1)
                    .withName("portfolio-parts"))
            .process(
                () -> new GatherPortfolio(partitions),
                Named.as("gather-portfolio"),
                PortfolioStores.OF_ALL);
    ends.write(
        days.flatMap(PortfolioFlow::groups, Named.as("group-by-group")), Topics.PORTFOLIO_DAYS);
    ends.write(
        days.process(
            () -> new KeepReserves(settings.reserve()),
            Named.as("keep-reserves"),
            PortfolioStores.RESERVES),
        Topics.RESERVE_POSITIONS);
  }

  private static List<KeyValue<String, PortfolioDay>> groups(String day, WholeDay whole) {
    return whole.groups().stream().map(it -> KeyValue.pair(TopicKey.of(it), it)).toList();
  }

  private static PartOfDay part(Counted counted) {
    return ((Counted.Day) counted).part();
  }
}
