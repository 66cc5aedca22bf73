package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns bytes into facts, and what is none into a dead letter. */
final class DecodeFacts extends ContextualProcessor<byte[], byte[], String, Heard> {
  private final RecordReader reader;

  DecodeFacts(RecordReader reader) {
    this.reader = reader;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Heard heard =
        switch (reader.read(record, context().recordMetadata().orElseThrow())) {
          case Incoming.Refused it -> new Heard.Refused(it.letter());
          case Incoming.Value it -> heard(it.value(), record);
        };
    String key = heard instanceof Heard.FactHeard it ? it.fact().customer().value() : "";
    context().forward(record.withKey(key).withValue(heard));
  }

  private static Heard heard(Object value, Record<byte[], byte[]> record) {
    return switch (value) {
      case Fact fact ->
          new Heard.FactHeard(fact, Bytes.wrap(record.key()), Bytes.wrap(record.value()));
      case DayOpened day -> new Heard.DayHeard(day);
      case EconomicIndicator figure -> new Heard.FigureHeard(figure);
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    };
  }
}
