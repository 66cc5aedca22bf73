package io.duecast.streams.segment;

import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
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
 * Segmentation: accounts and risks in; in which risk segment each customer is, with what is
 * suggested for it, and who departs from what is usual, out. Each partition of the customers counts
 * what came due in a week; one task adds those up and says when a segment has changed. See {@link
 * SegmentStores} for what is kept.
 */
public final class SegmentFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.SEGMENT.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final int partitions;

  /**
   * The flow over these topics.
   *
   * @param partitions of the topics by customer
   */
  public SegmentFlow(FlowEnds ends, LedgerSettings settings, int partitions) {
    this.ends = ends;
    this.settings = settings;
    this.partitions = partitions;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    SegmentStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Word>> words =
        FlowEnds.read(builder, reader, "read-accounts")
            .process(
                () -> new SegmentCustomers(reader, settings),
                Named.as("segment-customers"),
                SegmentStores.OF_CUSTOMERS)
            .split(Named.as("words-"))
            .branch((key, value) -> value instanceof Word.Refused, Branched.as("refused"))
            .branch((key, value) -> says(value, CustomerSegmented.class), Branched.as("segment"))
            .branch((key, value) -> says(value, CustomerOutlier.class), Branched.as("outlier"))
            .defaultBranch(Branched.as("week"));

    ends.writeLetters(FlowEnds.branch(words, "words-refused"));
    ends.write(
        FlowEnds.branch(words, "words-segment")
            .mapValues(it -> said(it, CustomerSegmented.class), Named.as("only-segment")),
        Topics.CUSTOMER_SEGMENTS);
    ends.write(
        FlowEnds.branch(words, "words-outlier")
            .mapValues(it -> said(it, CustomerOutlier.class), Named.as("only-outlier")),
        Topics.CUSTOMER_OUTLIERS);
    ends.write(
        FlowEnds.branch(words, "words-week")
            .mapValues(SegmentFlow::part, Named.as("only-week"))
            .repartition(
                Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfWeek.class))
                    .withNumberOfPartitions(1)
                    .withName("segment-weeks-of-all"))
            .process(
                () -> new FollowTrends(settings.segments(), partitions),
                Named.as("follow-trends"),
                SegmentStores.OF_ALL),
        Topics.SEGMENT_TRENDS);
  }

  private static boolean says(Word word, Class<?> type) {
    return word instanceof Word.Said it && type.isInstance(it.finding());
  }

  private static PartOfWeek part(Word word) {
    return ((Word.Told) word).part();
  }

  private static <T> T said(Word word, Class<T> type) {
    return type.cast(((Word.Said) word).finding());
  }
}
