package io.duecast.streams.dunning;

import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
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
 * Dunning: accounts, risks and days in, reminders out; and what takes a reminder back, in the
 * transaction of what made it moot. It sends nothing itself. See {@link DunningStores} for what is
 * kept.
 */
public final class DunningFlow {
  /** What it reads. The days, and what is known of customers, stand among the receivables. */
  public static final List<Topic<?>> INPUTS = FlowGroup.DUNNING.inputs();

  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final LedgerSettings settings;
  private final Policies policies;
  private final Patience patience;
  private final FlowWatch watch;

  /**
   * The flow over these topics.
   *
   * @param patience had with the registry
   * @param watch told what is done
   */
  public DunningFlow(
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Policies policies,
      Patience patience,
      FlowWatch watch) {
    this.topics = topics;
    this.serdes = serdes;
    this.settings = settings;
    this.policies = policies;
    this.patience = patience;
    this.watch = watch;
  }

  /** Adds the flow to a topology. */
  public void build(StreamsBuilder builder) {
    DunningStores.all().forEach(builder::addStateStore);
    RecordReader reader = new RecordReader(topics, INPUTS, serdes, patience, watch);

    Map<String, KStream<String, Word>> words =
        builder.stream(
                reader.names(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-accounts"))
            .process(() -> decide(reader), Named.as("decide-reminders"), DunningStores.ALL)
            .split(Named.as("words-"))
            .branch((key, value) -> value instanceof Word.Refused, Branched.as("refused"))
            .defaultBranch(Branched.as("said"));

    branch(words, "words-refused")
        .map(Refusal::addressed, Named.as("address-letter"))
        .to(topics.name(Topics.DEAD_LETTERS), to(Topics.DEAD_LETTERS, "write-dead-letters"));
    branch(words, "words-said")
        .mapValues(DunningFlow::reminder, Named.as("only-reminder"))
        .to(topics.name(Topics.REMINDERS), to(Topics.REMINDERS, "write-reminders"));
  }

  private DecideReminders decide(RecordReader reader) {
    return new DecideReminders(reader, policies, settings.desk().zone());
  }

  private static Reminder reminder(Word word) {
    return ((Word.Said) word).reminder();
  }

  private static KStream<String, Word> branch(Map<String, KStream<String, Word>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private <V> Produced<String, V> to(Topic<V> topic, String name) {
    return Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name);
  }
}
