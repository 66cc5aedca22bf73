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
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets the desk hear what is said, and says what it decides; the rules are the desk's. */
final class DecideReminders extends ContextualProcessor<byte[], byte[], String, Word> {
  private final RecordReader reader;
  private final Policies policies;
  private final ZoneId zone;

  @SuppressWarnings("NullAway.Init") // set by init
  private DunningDesk desk;

  DecideReminders(RecordReader reader, Policies policies, ZoneId zone) {
    this.reader = reader;
    this.policies = policies;
    this.zone = zone;
  }

  @Override
  public void init(ProcessorContext<String, Word> context) {
    super.init(context);
    desk = new DunningDesk(new StoredDunningFiles(context), policies, zone);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it -> forward(record, "", new Word.Refused(it.letter()));
      case Incoming.Value it ->
          decided(it.value(), Instant.ofEpochMilli(record.timestamp()))
              .forEach(say -> forward(record, say.customer().value(), new Word.Said(say)));
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
