package io.duecast.streams.ledger;

import io.duecast.indicator.Indicators;
import io.duecast.risk.Conclusion;
import io.duecast.risk.Scorers;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.intake.Refusal;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Ledger and scoring: facts in, receivables and risks out, in one hop and one transaction. Every
 * store is bounded by the customers and invoices there are, see {@link LedgerStores}.
 */
public final class LedgerFlow {
  /** What it reads; what one customer's is in one partition number of all of them. */
  public static final List<Topic<?>> INPUTS = FlowGroup.LEDGER.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final Scorers scorers;
  private final Indicators indicators;

  /** The flow over these topics. */
  public LedgerFlow(
      FlowEnds ends, LedgerSettings settings, Scorers scorers, Indicators indicators) {
    this.ends = ends;
    this.settings = settings;
    this.scorers = scorers;
    this.indicators = indicators;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    keepAndAssess(builder);
    checkIndicators(builder);
  }

  private void keepAndAssess(StreamsBuilder builder) {
    LedgerStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Kept>> kept =
        FlowEnds.read(builder, reader, "read-facts")
            .process(() -> new DecodeFacts(reader), Named.as("decode-facts"))
            .process(
                () -> new KeepLedger(settings.ledger(), ends.watch()),
                Named.as("keep-ledger"),
                LedgerStores.OF_LEDGER)
            .split(Named.as("kept-"))
            .branch((key, value) -> value instanceof Heard.Refused, Branched.as("refused"))
            .branch((key, value) -> value instanceof Kept.DayBegan, Branched.as("day"))
            .defaultBranch(Branched.as("accepted"));

    ends.writeLetters(FlowEnds.branch(kept, "kept-refused"));

    DayMark.write(
        FlowEnds.branch(kept, "kept-day").mapValues(InPartition.class::cast, Named.as("only-day")),
        Topics.RECEIVABLES,
        ends);

    ends.write(
        FlowEnds.branch(kept, "kept-accepted")
            .filter((key, value) -> value instanceof Kept.CustomerKnown, Named.as("only-customers"))
            .mapValues(Sinks::update, Named.as("only-update")),
        Topics.RECEIVABLES,
        "write-customers");

    Map<String, KStream<String, Conclusion>> concluded =
        FlowEnds.branch(kept, "kept-accepted")
            .process(
                () -> new AssessInvoices(settings.desk(), scorers, indicators, ends.watch()),
                Named.as("assess-invoices"),
                LedgerStores.OF_DESK)
            .split(Named.as("concluded-"))
            .branch((key, value) -> value instanceof Conclusion.Changed, Branched.as("changed"))
            .branch((key, value) -> value instanceof Conclusion.Assessed, Branched.as("assessed"))
            .defaultBranch(Branched.as("referred"));

    ends.write(
        FlowEnds.branch(concluded, "concluded-changed")
            .mapValues(Sinks::change, Named.as("only-change")),
        Topics.RECEIVABLES);
    ends.write(
        FlowEnds.branch(concluded, "concluded-assessed")
            .mapValues(Sinks::risk, Named.as("only-risk")),
        Topics.INVOICE_RISK);
    ends.write(
        FlowEnds.branch(concluded, "concluded-referred")
            .mapValues(Sinks::referral, Named.as("only-referral")),
        Topics.HIGH_RISK_INVOICES);
  }

  /** What cannot be read of the indicators is a dead letter too. */
  private void checkIndicators(StreamsBuilder builder) {
    RecordReader reader = ends.reader(List.of(Topics.ECONOMIC_INDICATORS));
    ends.write(
        FlowEnds.read(builder, reader, "read-indicators")
            .process(() -> new DecodeFacts(reader), Named.as("decode-indicators"))
            .filter((key, heard) -> heard instanceof Heard.Refused, Named.as("only-refused"))
            .mapValues(Heard.Refused.class::cast, Named.as("refused-indicators"))
            .map(Refusal::addressed, Named.as("address-indicator-letter")),
        Topics.DEAD_LETTERS,
        "write-indicator-letters");
  }
}
