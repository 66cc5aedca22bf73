package io.duecast.streams.insight;

import io.duecast.calendar.DayOpened;
import io.duecast.insight.PortfolioDesk;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.DeskSettings;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Follows the accounts of a partition, and tells once a day what is owed; see the desk. */
final class CountPortfolio extends ContextualProcessor<byte[], byte[], String, Counted> {
  /** The latest day of the clock, and that of history. */
  private static final String CLOCK = "clock";

  private static final String HISTORY = "history";
  private static final int LONGEST_GAP = 366;

  private final RecordReader reader;
  private final DeskSettings settings;

  @SuppressWarnings("NullAway.Init") // set by init
  private PortfolioDesk desk;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, String> days;

  CountPortfolio(RecordReader reader, DeskSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Counted> context) {
    super.init(context);
    desk = new PortfolioDesk(new StoredPortfolioBooks(context), settings.policy(), settings.zone());
    days = context.getStateStore(PortfolioStores.DAY);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it -> forward(record, new Counted.Refused(it.letter()));
      case Incoming.Value it -> hear(it.value(), record);
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

  /**
   * A day of the clock, or of history, is told of once; days that nobody opened since the one
   * before are told too, unless that is long ago.
   */
  private void begin(DayOpened opened, Record<byte[], byte[]> record) {
    LocalDate latest = opened.replayed() ? latest(HISTORY) : later(latest(CLOCK), latest(HISTORY));
    LocalDate kept = latest(opened.replayed() ? HISTORY : CLOCK);
    if (kept != null && !kept.isBefore(opened.date())) {
      return;
    }
    boolean isGap =
        latest != null
            && latest.isBefore(opened.date())
            && !latest.isBefore(opened.date().minusDays(LONGEST_GAP));
    LocalDate from = isGap && latest != null ? latest.plusDays(1) : opened.date();
    Instant at = Instant.ofEpochMilli(record.timestamp());
    from.datesUntil(opened.date().plusDays(1))
        .forEach(day -> tell(new DayOpened(day, opened.replayed()), at, record));
    days.put(opened.replayed() ? HISTORY : CLOCK, opened.date().toString());
  }

  private void tell(DayOpened day, Instant at, Record<byte[], byte[]> record) {
    int partition = context().taskId().partition();
    forward(
        record,
        new Counted.Day(new PartOfDay(partition, day.date(), day.replayed(), desk.after(day, at))));
  }

  private @Nullable LocalDate latest(String kind) {
    String day = days.get(kind);
    return day == null ? null : LocalDate.parse(day);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private void forward(Record<byte[], byte[]> record, Counted counted) {
    context().forward(new Record<>("", counted, record.timestamp(), new RecordHeaders()));
  }
}
