package io.duecast.streams.monitoring;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.health.HealthCase;
import io.duecast.health.HealthDesk;
import io.duecast.health.MonthPart;
import io.duecast.health.TallyCount;
import io.duecast.label.LabelledInvoice;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.RiskAssessed;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Follows each invoice of a partition, and tells once a day what the day has changed. */
final class ObserveInvoices extends ContextualProcessor<byte[], byte[], String, Observed> {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  private static final char END = '\u0000';

  private final RecordReader reader;
  private final HealthDesk desk;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, HealthCase> cases;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, String> looks;

  ObserveInvoices(RecordReader reader, HealthDesk desk) {
    this.reader = reader;
    this.desk = desk;
  }

  @Override
  public void init(ProcessorContext<String, Observed> context) {
    super.init(context);
    cases = context.getStateStore(MonitoringStores.CASES);
    looks = context.getStateStore(MonitoringStores.LOOKS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it -> forward(record, new Observed.Refused(it.letter()));
      case Incoming.Value it -> hear(it.value(), record);
    }
  }

  private void hear(Object value, Record<byte[], byte[]> record) {
    switch (value) {
      case RiskAssessed it -> {
        String key = key(it.customer(), it.invoice());
        HealthCase was = cases.get(key);
        keep(key, was, desk.after(was, it));
      }
      case LabelledInvoice it -> {
        String key = key(it.customer(), it.invoice());
        HealthCase was = cases.get(key);
        keep(key, was, desk.after(was, it));
      }
      case DayOpened it -> begin(it, record);
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    }
  }

  private record Place(String modelId, MonthPart part) {}

  private void begin(DayOpened day, Record<byte[], byte[]> record) {
    Map<Place, TallyCount> counts =
        new TreeMap<>(Comparator.comparing(Place::modelId).thenComparing(Place::part));
    for (String key : due(day)) {
      HealthCase was = cases.get(key);
      if (was != null) {
        HealthDesk.Step step = desk.after(was, day.date());
        keep(key, was, step.now());
        step.moves()
            .forEach(
                move ->
                    counts
                        .computeIfAbsent(
                            new Place(move.said().modelId(), move.part()), it -> new TallyCount())
                        .count(move));
      }
    }
    List<PartTally> tallies = new ArrayList<>();
    counts.forEach(
        (place, count) -> tallies.add(new PartTally(place.modelId(), place.part(), count.tally())));
    forward(
        record,
        new Observed.Day(
            new DayTally(
                context().taskId().partition(),
                day.date(),
                Instant.ofEpochMilli(record.timestamp()),
                day.replayed(),
                tallies)));
  }

  private List<String> due(DayOpened day) {
    List<String> due = new ArrayList<>();
    try (KeyValueIterator<String, String> upTo =
        looks.range(null, day.date().plusDays(1).toString())) {
      for (KeyValue<String, String> look; upTo.hasNext(); ) {
        look = upTo.next();
        due.add(look.value);
      }
    }
    return due;
  }

  private void keep(String key, @Nullable HealthCase was, @Nullable HealthCase now) {
    if (now == null) {
      cases.delete(key);
    } else if (!now.equals(was)) {
      cases.put(key, now);
    }
    String before = was == null ? null : was.lookOn().toString();
    String after = now == null ? null : now.lookOn().toString();
    if (!Objects.equals(before, after)) {
      if (before != null) {
        looks.delete(before + END + key);
      }
      if (after != null) {
        looks.put(after + END + key, key);
      }
    }
  }

  private void forward(Record<byte[], byte[]> record, Observed observed) {
    context().forward(new Record<>("", observed, record.timestamp(), new RecordHeaders()));
  }

  private static String key(CustomerId customer, InvoiceId invoice) {
    return customer.value() + END + invoice.value();
  }
}
