package io.duecast.streams.ledger;

import io.duecast.indicator.Indicators;
import io.duecast.risk.Conclusion;
import io.duecast.risk.Scorers;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.intake.Refusal;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
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

/**
 * Ledger and scoring: facts in, receivables and risks out, in one hop and one transaction. Every
 * store is bounded by the customers and invoices there are, see {@link LedgerStores}.
 */
public final class LedgerFlow {
  /** What it reads; what one customer's is in one partition number of all of them. */
  public static final List<Topic<?>> INPUTS = FlowGroup.LEDGER.inputs();

  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final LedgerSettings settings;
  private final Scorers scorers;
  private final Indicators indicators;
  private final Patience patience;
  private final FlowWatch watch;

  /** One that nobody watches. */
  public LedgerFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Scorers scorers,
      Indicators indicators,
      Patience patience) {
    this(topics, serdes, settings, scorers, indicators, patience, FlowWatch.NONE);
  }

  /** The flow over these topics; {@code patience} is had with the registry. */
  public LedgerFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Scorers scorers,
      Indicators indicators,
      Patience patience,
      FlowWatch watch) {
    this.topics = topics;
    this.serdes = serdes;
    this.settings = settings;
    this.scorers = scorers;
    this.indicators = indicators;
    this.patience = patience;
    this.watch = watch;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    LedgerStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Kept>> kept =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-facts"))
            .process(() -> new DecodeFacts(reader), Named.as("decode-facts"))
            .process(
                () -> new KeepLedger(settings.ledger(), watch),
                Named.as("keep-ledger"),
                LedgerStores.OF_LEDGER)
            .split(Named.as("kept-"))
            .branch((key, value) -> value instanceof Heard.Refused, Branched.as("refused"))
            .branch((key, value) -> value instanceof Kept.DayBegan, Branched.as("day"))
            .defaultBranch(Branched.as("accepted"));

    branch(kept, "kept-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));

    branch(kept, "kept-day")
        .mapValues(InPartition.class::cast, Named.as("only-day"))
        .to(
            topics.name(Topics.RECEIVABLES),
            Produced.with(WireSerdes.keys(), DayMark.serde(serdes.serializer(Topics.RECEIVABLES)))
                .withStreamPartitioner(new DayMark())
                .withName("write-days"));

    branch(kept, "kept-accepted")
        .filter((key, value) -> value instanceof Kept.CustomerKnown, Named.as("only-customers"))
        .mapValues(Sinks::update, Named.as("only-update"))
        .to(topics.name(Topics.RECEIVABLES), to(Topics.RECEIVABLES, "write-customers"));

    Map<String, KStream<String, Conclusion>> concluded =
        branch(kept, "kept-accepted")
            .process(
                () -> new AssessInvoices(settings.desk(), scorers, indicators, watch),
                Named.as("assess-invoices"),
                LedgerStores.OF_DESK)
            .split(Named.as("concluded-"))
            .branch((key, value) -> value instanceof Conclusion.Changed, Branched.as("changed"))
            .branch((key, value) -> value instanceof Conclusion.Assessed, Branched.as("assessed"))
            .defaultBranch(Branched.as("referred"));

    branch(concluded, "concluded-changed")
        .mapValues(Sinks::change, Named.as("only-change"))
        .to(topics.name(Topics.RECEIVABLES), to(Topics.RECEIVABLES, "write-receivables"));
    branch(concluded, "concluded-assessed")
        .mapValues(Sinks::risk, Named.as("only-risk"))
        .to(topics.name(Topics.INVOICE_RISK), to(Topics.INVOICE_RISK, "write-invoice-risk"));
    branch(concluded, "concluded-referred")
        .mapValues(Sinks::referral, Named.as("only-referral"))
        .to(
            topics.name(Topics.HIGH_RISK_INVOICES),
            to(Topics.HIGH_RISK_INVOICES, "write-high-risk-invoices"));
  }

  /** Adds the check of the indicators: what cannot be read of them is a dead letter too. */
  public void buildIndicatorCheck(StreamsBuilder builder) {
    RecordReader reader =
        new RecordReader(topics, List.of(Topics.ECONOMIC_INDICATORS), serdes, patience, watch);
    builder.stream(
            reader.names(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-indicators"))
        .process(() -> new DecodeFacts(reader), Named.as("decode-indicators"))
        .filter((key, heard) -> heard instanceof Heard.Refused, Named.as("only-refused"))
        .mapValues(Heard.Refused.class::cast, Named.as("refused-indicators"))
        .map(Refusal::addressed, Named.as("address-indicator-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-indicator-letters"));
  }

  private static <V> KStream<String, V> branch(Map<String, KStream<String, V>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
