package io.duecast.streams.insight;

import io.duecast.calendar.DayOpened;
import io.duecast.insight.PortfolioDesk;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.streams.ledger.DeadLetters;
import io.duecast.streams.ledger.Patience;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import io.duecast.wire.WireDecoder;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Follows the accounts of a partition, and tells once a day what is owed; see the desk. */
final class CountPortfolio extends ContextualProcessor<byte[], byte[], String, Counted> {
  private static final String LATEST = "latest";

  private final WireDecoder decoder;
  private final Patience patience;
  private final LabelPolicy policy;
  private final FlowWatch watch;

  @SuppressWarnings("NullAway.Init") // set by init
  private PortfolioDesk desk;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, String> day;

  CountPortfolio(WireDecoder decoder, Patience patience, LabelPolicy policy, FlowWatch watch) {
    this.decoder = decoder;
    this.patience = patience;
    this.policy = policy;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<String, Counted> context) {
    super.init(context);
    desk = new PortfolioDesk(new StoredPortfolioBooks(context), policy);
    day = context.getStateStore(PortfolioStores.DAY);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (patience.with(() -> decoder.decode(Topics.RECEIVABLES, record.key(), record.value()))) {
      case Decoded.Rejected<?> it -> {
        watch.refused(it.rejection().reason());
        forward(
            record,
            new Counted.Refused(
                DeadLetters.letter(
                    context().recordMetadata().orElseThrow(),
                    record.headers(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    it.rejection())));
      }
      case Decoded.Value<?> it -> {
        watch.taken(Topics.RECEIVABLES, it.value().getClass());
        hear(it.value(), record);
      }
    }
  }

  private void hear(Object value, Record<byte[], byte[]> record) {
    switch (value) {
      case ReceivableChanged it -> desk.after(it);
      case CustomerUpdated it -> desk.after(it);
      case DayOpened it -> begin(it, record);
      default -> throw new IllegalStateException("receivables carry no " + value.getClass());
    }
  }

  /** History and clock may both tell of a day: it is told of once. */
  private void begin(DayOpened opened, Record<byte[], byte[]> record) {
    String latest = day.get(LATEST);
    if (latest == null || LocalDate.parse(latest).isBefore(opened.date())) {
      day.put(LATEST, opened.date().toString());
      Instant at = Instant.ofEpochMilli(record.timestamp());
      forward(
          record,
          new Counted.Day(
              new PartOfDay(
                  context().taskId().partition(), opened.date(), desk.after(opened, at))));
    }
  }

  private void forward(Record<byte[], byte[]> record, Counted counted) {
    context().forward(new Record<>("", counted, record.timestamp(), new RecordHeaders()));
  }
}
