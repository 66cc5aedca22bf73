package io.duecast.streams.forecast;

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
 * The cash forecast: as each week begins, what cash is to come in the weeks ahead, and how good the
 * forecasts of the week that is over were. Each partition of the customers speaks for itself; one
 * task adds those up. See {@link ForecastStores} for what is kept.
 */
public final class ForecastFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.FORECAST.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final int partitions;

  /**
   * The flow over these topics.
   *
   * @param partitions of the topics by customer
   */
  public ForecastFlow(FlowEnds ends, LedgerSettings settings, int partitions) {
    this.ends = ends;
    this.settings = settings;
    this.partitions = partitions;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    ForecastStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Foretold>> foretold =
        FlowEnds.read(builder, reader, "read-accounts")
            .process(
                () -> new FollowCash(reader, settings.desk()),
                Named.as("follow-cash"),
                ForecastStores.OF_CUSTOMERS)
            .split(Named.as("foretold-"))
            .branch((key, value) -> value instanceof Foretold.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("week"));

    ends.writeLetters(FlowEnds.branch(foretold, "foretold-refused"));
    ends.write(
        FlowEnds.branch(foretold, "foretold-week")
            .mapValues(it -> ((Foretold.Week) it).part(), Named.as("only-week"))
            .repartition(
                Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfForecast.class))
                    .withNumberOfPartitions(1)
                    .withName("cash-parts"))
            .process(
                () -> new GatherCash(partitions), Named.as("gather-cash"), ForecastStores.OF_ALL),
        Topics.CASH_FORECASTS);
  }
}
