package io.duecast.streams.labelling;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.label.LabelCase;
import io.duecast.label.LabelDesk;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.TopicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the case of each invoice, and looks at it again when a day may change its label. */
final class LabelInvoices extends ContextualProcessor<byte[], byte[], String, Told> {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  private static final char END = '\u0000';

  private final RecordReader reader;
  private final LabelDesk desk;
  private final FlowWatch watch;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, LabelCase> cases;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, String> looks;

  LabelInvoices(RecordReader reader, LabelDesk desk, FlowWatch watch) {
    this.reader = reader;
    this.desk = desk;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<String, Told> context) {
    super.init(context);
    cases = context.getStateStore(LabellingStores.CASES);
    looks = context.getStateStore(LabellingStores.LOOKS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it -> forward(record, "", new Told.Refused(it.letter()));
      case Incoming.Value it -> hear(it.value(), record);
    }
  }

  private void hear(Object value, Record<byte[], byte[]> record) {
    switch (value) {
      case ReceivableChanged it -> {
        String key = key(it.customer(), it.invoice());
        LabelCase was = caseOf(key);
        keep(key, was, desk.after(was, it), record);
      }
      case RiskAssessed it -> {
        String key = key(it.customer(), it.invoice());
        LabelCase was = caseOf(key);
        keep(key, was, desk.after(was, it), record);
      }
      case DayOpened it -> begin(it, record);
      case CustomerUpdated it -> {} // no label follows from it
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    }
  }

  private void begin(DayOpened day, Record<byte[], byte[]> record) {
    List<KeyValue<String, String>> due = new ArrayList<>();
    try (KeyValueIterator<String, String> upTo =
        looks.range(null, day.date().plusDays(1).toString())) {
      upTo.forEachRemaining(due::add);
    }
    for (KeyValue<String, String> look : due) {
      LabelCase was = caseOf(look.value);
      Instant at = Instant.ofEpochMilli(record.timestamp());
      keep(look.value, was, desk.after(was, day.date(), at, day.replayed()), record);
    }
    forward(record, TopicKey.of(day), new Told.DayDone(day, context().taskId().partition()));
  }

  private LabelCase caseOf(String key) {
    LabelCase known = cases.get(key);
    return known == null ? LabelCase.NEW : known;
  }

  private void keep(String key, LabelCase was, LabelDesk.Step step, Record<byte[], byte[]> record) {
    LabelCase now = step.now();
    LocalDate look = now == null ? null : now.lookOn();
    if (!Objects.equals(look, was.lookOn())) {
      if (was.lookOn() != null) {
        looks.delete(was.lookOn().toString() + END + key);
      }
      if (look != null) {
        looks.put(look.toString() + END + key, key);
      }
    }
    if (now == null) {
      cases.delete(key);
    } else if (!now.equals(was)) {
      cases.put(key, now);
    }
    if (step.told() != null) {
      watch.labelled(step.told());
      forward(record, step.told().customer().value(), new Told.Labelled(step.told()));
    }
  }

  private void forward(Record<byte[], byte[]> record, String key, Told told) {
    context().forward(new Record<>(key, told, record.timestamp(), new RecordHeaders()));
  }

  private static String key(CustomerId customer, InvoiceId invoice) {
    return customer.value() + END + invoice.value();
  }
}
