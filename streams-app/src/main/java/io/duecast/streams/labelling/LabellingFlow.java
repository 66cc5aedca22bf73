package io.duecast.streams.labelling;

import io.duecast.label.LabelDesk;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.intake.Refusal;
import io.duecast.streams.ledger.DayMark;
import io.duecast.streams.ledger.InPartition;
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
 * Labelling: what was served at issue, joined with what became of the invoice and with the days
 * that pass, becomes one row to learn from; and another one, should it prove wrong.
 */
public final class LabellingFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.LABELLING.inputs();

  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final LedgerSettings settings;
  private final Patience patience;
  private final FlowWatch watch;

  /** One that nobody watches. */
  public LabellingFlow(
      NamedTopics topics, WireSerdes serdes, LedgerSettings settings, Patience patience) {
    this(topics, serdes, settings, patience, FlowWatch.NONE);
  }

  /** The flow over these topics; {@code patience} is had with the registry. */
  public LabellingFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Patience patience,
      FlowWatch watch) {
    this.topics = topics;
    this.serdes = serdes;
    this.settings = settings;
    this.patience = patience;
    this.watch = watch;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    LabellingStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Told>> told =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-conclusions"))
            .process(
                () -> new LabelInvoices(reader, desk(), watch),
                Named.as("label-invoices"),
                LabellingStores.ALL)
            .split(Named.as("told-"))
            .branch((key, value) -> value instanceof Told.Refused, Branched.as("refused"))
            .branch((key, value) -> value instanceof Told.DayDone, Branched.as("day"))
            .defaultBranch(Branched.as("labelled"));

    branch(told, "told-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    branch(told, "told-day")
        .mapValues(InPartition.class::cast, Named.as("only-day"))
        .to(
            topics.name(Topics.LABELLED_INVOICES),
            Produced.with(
                    WireSerdes.keys(), DayMark.serde(serdes.serializer(Topics.LABELLED_INVOICES)))
                .withStreamPartitioner(new DayMark())
                .withName("write-days"));
    branch(told, "told-labelled")
        .mapValues(LabellingFlow::label, Named.as("only-label"))
        .to(
            topics.name(Topics.LABELLED_INVOICES),
            to(Topics.LABELLED_INVOICES, "write-labelled-invoices"));
  }

  private LabelDesk desk() {
    return new LabelDesk(
        new Labelling(settings.desk().policy(), Cohort.KNOWN),
        settings.desk().zone(),
        settings.ledger().keepClosedDays());
  }

  private static Record label(Told told) {
    return ((Told.Labelled) told).invoice();
  }

  private static KStream<String, Told> branch(Map<String, KStream<String, Told>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
