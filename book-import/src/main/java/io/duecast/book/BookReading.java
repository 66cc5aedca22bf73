package io.duecast.book;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.csv.CsvTable;
import io.duecast.book.mapping.BookSettings;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.Section;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import io.duecast.book.quality.Rejects;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.book.row.RowReader;
import io.duecast.book.row.RowRejectedException;
import io.duecast.book.row.Timetable;
import io.duecast.book.sort.ExternalSort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a book in two passes: rows are read and sorted by customer, so that those of one customer
 * can be checked against each other; what they tell is then sorted by when it became known.
 */
final class BookReading implements AutoCloseable {
  private static final int REPORT_EVERY = 1000;

  private final Mapping mapping;
  private final ReadSettings settings;
  private final ImportListener listener;
  private final Timetable timetable;
  private final OpenTables open;
  private final Map<SectionKind, RowReader> readers = new EnumMap<>(SectionKind.class);
  private final Map<SectionKind, FileLog> logs = new EnumMap<>(SectionKind.class);
  private @Nullable LocalDate firstDay;

  private BookReading(
      Mapping mapping, OpenTables open, ReadSettings settings, ImportListener listener) {
    this.mapping = mapping;
    this.open = open;
    this.settings = settings;
    this.listener = listener;
    this.timetable = new Timetable(mapping.book().zone());
    open.tables().forEach(this::prepare);
  }

  static Book read(
      Mapping mapping, Sources sources, ReadSettings settings, ImportListener listener) {
    try (OpenTables open = OpenTables.open(mapping, sources);
        BookReading reading = new BookReading(mapping, open, settings, listener)) {
      return reading.read();
    }
  }

  private void prepare(SectionKind kind, CsvTable table) {
    Section section = Objects.requireNonNull(mapping.section(kind));
    String file = table.file().getFileName().toString();
    var rejects = Rejects.of(settings.rejects(), kind, section.format(), table.header());
    readers.put(kind, new RowReader(section, table.header(), mapping.book(), horizon()));
    logs.put(kind, new FileLog(section, file, rejects));
  }

  /** The last day that the extract can tell of. */
  private LocalDate horizon() {
    LocalDate today = timetable.dayOf(settings.ingestedAt());
    LocalDate asOf = mapping.book().asOf();
    return asOf == null || asOf.isAfter(today) ? today : asOf;
  }

  private Book read() {
    RowCodec codec = new RowCodec(readers);
    long halfBytes = Math.max(1, settings.memoryBytes() / 2);
    var plans =
        new ExternalSort<Planned>(
            Planned::byRecorded, new PlannedCodec(codec), halfBytes, settings.temporary());
    try (var rows =
        new ExternalSort<BookRow>(BookRow::byCustomer, codec, halfBytes, settings.temporary())) {
      open.tables().forEach((kind, table) -> readRows(kind, table, rows));
      return plan(rows, plans);
    } catch (RuntimeException e) {
      plans.close();
      throw e;
    }
  }

  private void readRows(SectionKind kind, CsvTable table, ExternalSort<BookRow> rows) {
    RowReader reader = readers.get(kind);
    FileLog log = logs.get(kind);
    if (reader == null || log == null) {
      throw new IllegalStateException("no reader for " + kind);
    }
    while (table.hasNext()) {
      CsvRow csv = table.next();
      log.row();
      try {
        BookRow row = reader.read(csv);
        beginsNoLaterThan(row.content());
        rows.add(row);
      } catch (RowRejectedException e) {
        log.reject(csv, e.breach());
      }
      if (csv.number() % REPORT_EVERY == 0 || !table.hasNext()) {
        listener.read(open.bytesRead(), open.bytesTotal(), open.rows());
      }
    }
  }

  /** The book begins with its first invoice or payment. */
  private void beginsNoLaterThan(Content content) {
    LocalDate day =
        switch (content) {
          case Content.OfInvoice invoice -> day(invoice.recordedAt(), invoice.draft().issuedOn());
          case Content.OfSettlement settled -> day(settled.recordedAt(), settled.settledOn());
          case Content.OfPayment payment -> day(payment.recordedAt(), payment.valueOn());
          case Content.OfCustomer customer -> firstDay;
        };
    if (day != null && (firstDay == null || day.isBefore(firstDay))) {
      firstDay = day;
    }
  }

  private LocalDate day(@Nullable Instant recordedAt, LocalDate otherwise) {
    return recordedAt == null ? otherwise : timetable.dayOf(recordedAt);
  }

  private Book plan(ExternalSort<BookRow> rows, ExternalSort<Planned> plans) {
    BookSettings book = mapping.book();
    var facts = new FactBuilder(settings.ingestedAt(), book.name());
    var span = new PlannedSpan(timetable, plans);
    LocalDate begins = firstDay == null ? horizon() : firstDay;
    Planner planner = new Planner(logs, timetable, begins, facts, span::add);
    long done = 0;
    for (Iterator<BookRow> sorted = rows.sorted(); sorted.hasNext(); ) {
      planner.add(sorted.next());
      done++;
      if (done % REPORT_EVERY == 0 || !sorted.hasNext()) {
        listener.checked(done, rows.size());
      }
    }
    planner.end();
    QualityReport quality =
        new QualityReport(book.name(), logs.values().stream().map(FileLog::report).toList());
    return new Book(plans, facts, timetable, span.until(book.asOf()), quality, listener);
  }

  /** The plans on their way to be sorted, and the days they span. */
  private static final class PlannedSpan {
    private final Timetable timetable;
    private final ExternalSort<Planned> plans;
    private BookSpan span = BookSpan.EMPTY;

    PlannedSpan(Timetable timetable, ExternalSort<Planned> plans) {
      this.timetable = timetable;
      this.plans = plans;
    }

    void add(Planned plan) {
      span = span.with(timetable.dayOf(plan.recordedAt()));
      plans.add(plan);
    }

    BookSpan until(@Nullable LocalDate asOf) {
      return asOf == null || span.firstDay() == null ? span : span.with(asOf);
    }
  }

  @Override
  public void close() {
    logs.values().forEach(FileLog::close);
  }
}
