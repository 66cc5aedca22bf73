package io.duecast.streams.dunning;

import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.RecordReader;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * Dunning: accounts, risks and days in, reminders out; and what takes a reminder back, in the
 * transaction of what made it moot. It sends nothing itself. See {@link DunningStores} for what is
 * kept.
 */
public final class DunningFlow {
  /** What it reads. The days, and what is known of customers, stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.DUNNING.inputs();

  private final FlowEnds ends;
  private final LedgerSettings settings;
  private final Policies policies;

  /** The flow over these topics. */
  public DunningFlow(FlowEnds ends, LedgerSettings settings, Policies policies) {
    this.ends = ends;
    this.settings = settings;
    this.policies = policies;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    DunningStores.all().forEach(builder::addStateStore);
    RecordReader reader = ends.reader(INPUTS);

    Map<String, KStream<String, Word>> words =
        FlowEnds.read(builder, reader, "read-accounts")
            .process(() -> decide(reader), Named.as("decide-reminders"), DunningStores.ALL)
            .split(Named.as("words-"))
            .branch((key, value) -> value instanceof Word.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("said"));

    ends.writeLetters(FlowEnds.branch(words, "words-refused"));
    ends.write(
        FlowEnds.branch(words, "words-said")
            .mapValues(DunningFlow::reminder, Named.as("only-reminder")),
        Topics.REMINDERS);
  }

  private DecideReminders decide(RecordReader reader) {
    return new DecideReminders(reader, policies, settings.desk().zone());
  }

  private static Reminder reminder(Word word) {
    return ((Word.Said) word).reminder();
  }
}
