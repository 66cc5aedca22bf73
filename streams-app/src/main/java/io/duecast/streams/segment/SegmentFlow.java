package io.duecast.streams.segment;

import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
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
 * Segmentation: accounts and risks in; in which risk segment each customer is, with what is
 * suggested for it, and who departs from what is usual, out. Each partition of the customers counts
 * what came due in a week; one task adds those up and says when a segment has changed. See {@link
 * SegmentStores} for what is kept.
 */
public final class SegmentFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.SEGMENT.inputs();

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
  public SegmentFlow(
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
    SegmentStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Word>> words =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-accounts"))
            .process(
                () -> new SegmentCustomers(reader, settings),
                Named.as("segment-customers"),
                SegmentStores.OF_CUSTOMERS)
            .split(Named.as("words-"))
            .branch((key, value) -> value instanceof Word.Refused, Branched.as("refused"))
            .branch((key, value) -> says(value, CustomerSegmented.class), Branched.as("segment"))
            .branch((key, value) -> says(value, CustomerOutlier.class), Branched.as("outlier"))
            .defaultBranch(Branched.as("week"));

    branch(words, "words-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    branch(words, "words-segment")
        .mapValues(it -> said(it, CustomerSegmented.class), Named.as("only-segment"))
        .to(
            topics.name(Topics.CUSTOMER_SEGMENTS),
            to(Topics.CUSTOMER_SEGMENTS, "write-customer-segments"));
    branch(words, "words-outlier")
        .mapValues(it -> said(it, CustomerOutlier.class), Named.as("only-outlier"))
        .to(
            topics.name(Topics.CUSTOMER_OUTLIERS),
            to(Topics.CUSTOMER_OUTLIERS, "write-customer-outliers"));
    branch(words, "words-week")
        .mapValues(SegmentFlow::part, Named.as("only-week"))
        .repartition(
            Repartitioned.with(WireSerdes.keys(), StateSerde.of(PartOfWeek.class))
                .withNumberOfPartitions(1)
                .withName("segment-weeks-of-all"))
        .process(
            () -> new FollowTrends(settings.segments(), partitions),
            Named.as("follow-trends"),
            SegmentStores.OF_ALL)
        .to(topics.name(Topics.SEGMENT_TRENDS), to(Topics.SEGMENT_TRENDS, "write-segment-trends"));
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

  private static KStream<String, Word> branch(Map<String, KStream<String, Word>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
