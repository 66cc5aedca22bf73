package io.duecast.streams.labelling;

import io.duecast.label.LabelDesk;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.ledger.DayMark;
import io.duecast.streams.ledger.InPartition;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Labelling: what was served at issue, joined with what became of the invoice and with the days
 * that pass, becomes one row to learn from; and another one, should it prove wrong.
 */
public final class LabellingFlow {
  /** What it reads. The days stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.LABELLING.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;

  /** The flow over these topics. */
  public LabellingFlow(FlowEnds ends, LedgerSettings settings) {
    this.ends = ends;
    this.settings = settings;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    LabellingStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Told>> told =
        FlowEnds.read(builder, reader, "read-conclusions")
            .process(
                () -> new LabelInvoices(reader, desk(), ends.watch()),
                Named.as("label-invoices"),
                LabellingStores.ALL)
            .split(Named.as("told-"))
            .branch((key, value) -> value instanceof Told.Refused, Branched.as("refused"))
            .branch((key, value) -> value instanceof Told.DayDone, Branched.as("day"))
            .defaultBranch(Branched.as("labelled"));

    ends.writeLetters(FlowEnds.branch(told, "told-refused"));
    DayMark.write(
        FlowEnds.branch(told, "told-day").mapValues(InPartition.class::cast, Named.as("only-day")),
        Topics.LABELLED_INVOICES,
        ends);
    ends.write(
        FlowEnds.branch(told, "told-labelled")
            .mapValues(LabellingFlow::label, Named.as("only-label")),
        Topics.LABELLED_INVOICES);
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
}
