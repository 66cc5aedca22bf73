package io.duecast.streams.dunning;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.DunningDesk;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.ReminderStop;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.streams.ledger.DeadLetters;
import io.duecast.streams.ledger.Patience;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.WireDecoder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Lets the desk hear what is said, and says what it decides; the rules are the desk's. */
final class DecideReminders extends ContextualProcessor<byte[], byte[], String, Word> {
  private final WireDecoder decoder;
  private final Map<String, Topic<?>> topics;
  private final Patience patience;
  private final Policies policies;
  private final ZoneId zone;
  private final FlowWatch watch;

  @SuppressWarnings("NullAway.Init") // set by init
  private DunningDesk desk;

  DecideReminders(
      WireDecoder decoder,
      Map<String, Topic<?>> topics,
      Patience patience,
      Policies policies,
      ZoneId zone,
      FlowWatch watch) {
    this.decoder = decoder;
    this.topics = topics;
    this.patience = patience;
    this.policies = policies;
    this.zone = zone;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<String, Word> context) {
    super.init(context);
    desk = new DunningDesk(new StoredDunningFiles(context), policies, zone);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context().recordMetadata().orElseThrow();
    Topic<?> topic = Objects.requireNonNull(topics.get(place.topic()), place.topic());
    switch (patience.with(() -> decoder.decode(topic, record.key(), record.value()))) {
      case Decoded.Rejected<?> it -> {
        watch.refused(it.rejection().reason());
        forward(
            record,
            "",
            new Word.Refused(
                DeadLetters.letter(
                    place,
                    record.headers(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    it.rejection())));
      }
      case Decoded.Value<?> it -> {
        watch.taken(topic, it.value().getClass());
        decided(it.value(), Instant.ofEpochMilli(record.timestamp()))
            .forEach(say -> forward(record, say.customer().value(), new Word.Said(say)));
      }
    }
  }

  private List<Reminder> decided(Object value, Instant at) {
    return switch (value) {
      case ReceivableChanged it -> desk.after(it);
      case RiskAssessed it -> desk.after(it);
      case CustomerUpdated it -> desk.after(it);
      case ReminderStatus it -> desk.after(it);
      case ReminderStop it -> desk.after(it);
      case DayOpened it -> desk.after(it, at);
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    };
  }

  private void forward(Record<byte[], byte[]> record, String key, Word word) {
    context().forward(new Record<>(key, word, record.timestamp(), new RecordHeaders()));
  }
}
