package io.duecast.streams.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentDesk;
import io.duecast.segment.SegmentFinding;
import io.duecast.segment.SegmentWeek;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets the desk hear what is said, and says what it finds; the rules are the desk's. */
final class SegmentCustomers extends ContextualProcessor<byte[], byte[], String, Word> {
  private final RecordReader reader;
  private final LedgerSettings settings;

  @SuppressWarnings("NullAway.Init") // set by init
  private SegmentDesk desk;

  SegmentCustomers(RecordReader reader, LedgerSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Word> context) {
    super.init(context);
    desk =
        new SegmentDesk(
            new StoredSegmentFiles(context),
            new StoredWaitingRoom(context),
            settings.segments(),
            settings.desk().policy(),
            settings.desk().zone());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it ->
          forward("", new Word.Refused(it.letter()), Instant.ofEpochMilli(record.timestamp()));
      case Incoming.Value it ->
          found(it.value(), Instant.ofEpochMilli(record.timestamp())).forEach(this::say);
    }
  }

  private List<SegmentFinding> found(Object value, Instant at) {
    return switch (value) {
      case ReceivableChanged it -> desk.after(it);
      case RiskAssessed it -> desk.after(it);
      case DayOpened it -> desk.after(it, at);
      case CustomerUpdated it -> List.of();
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    };
  }

  /** At the time of what it follows from, whenever that came to be read. */
  private void say(SegmentFinding finding) {
    switch (finding) {
      case CustomerSegmented it ->
          forward(it.customer().value(), new Word.Said(it), it.recordedAt());
      case CustomerOutlier it -> forward(it.customer().value(), new Word.Said(it), it.recordedAt());
      case SegmentWeek it -> forward("", new Word.Told(part(it)), it.recordedAt());
    }
  }

  private PartOfWeek part(SegmentWeek week) {
    return new PartOfWeek(context().taskId().partition(), week);
  }

  private void forward(String key, Word word, Instant at) {
    context().forward(new Record<>(key, word, at.toEpochMilli(), new RecordHeaders()));
  }
}
