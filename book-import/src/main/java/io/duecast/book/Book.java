package io.duecast.book;

import io.duecast.book.mapping.Mapping;
import io.duecast.book.quality.QualityReport;
import io.duecast.book.row.Timetable;
import io.duecast.book.sort.ExternalSort;
import io.duecast.calendar.DayOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The past of a company's receivables, event by event in the order in which it became known; each
 * day begins with a {@link DayOpened}. Read once; close to delete temporary files.
 */
public final class Book implements Iterator<HistoricalEvent>, AutoCloseable {
  private static final int REPORT_EVERY = 1000;

  private final ExternalSort<Planned> plans;
  private final Iterator<Planned> sorted;
  private final FactBuilder facts;
  private final Timetable timetable;
  private final BookSpan span;
  private final QualityReport quality;
  private final ImportListener listener;
  private @Nullable Planned next;
  private @Nullable LocalDate nextDay;
  private long emitted;

  Book(
      ExternalSort<Planned> plans,
      FactBuilder facts,
      Timetable timetable,
      BookSpan span,
      QualityReport quality,
      ImportListener listener) {
    this.plans = plans;
    this.sorted = plans.sorted();
    this.facts = facts;
    this.timetable = timetable;
    this.span = span;
    this.quality = quality;
    this.listener = listener;
    this.next = sorted.hasNext() ? sorted.next() : null;
    this.nextDay = span.firstDay();
  }

  /**
   * Reads all files, checks each row, and puts the facts in order. When this returns, the quality
   * report is complete and nothing has been handed out: the caller may look before it publishes.
   *
   * @throws io.duecast.book.mapping.MappingException if the mapping does not fit the files
   * @throws io.duecast.book.csv.FileUnreadableException if a file as a whole cannot be read
   */
  public static Book read(
      Mapping mapping, Sources sources, ReadSettings settings, ImportListener listener) {
    return BookReading.read(mapping, sources, settings, listener);
  }

  /** Rows and broken rules. */
  public QualityReport quality() {
    return quality;
  }

  /** Facts in all. */
  public long facts() {
    return plans.size();
  }

  /** Facts and days in all. */
  public long events() {
    return plans.size() + span.days();
  }

  @Override
  public boolean hasNext() {
    return next != null || nextDay != null;
  }

  @Override
  public HistoricalEvent next() {
    HistoricalEvent event = nextEvent();
    emitted++;
    if (emitted % REPORT_EVERY == 0 || !hasNext()) {
      listener.emitted(emitted, events());
    }
    return event;
  }

  private HistoricalEvent nextEvent() {
    Planned fact = next;
    LocalDate day = nextDay;
    if (day != null) {
      Instant opens = timetable.at(day, Timetable.Moment.DAY_OPENS);
      if (fact == null || !opens.isAfter(fact.recordedAt())) {
        nextDay = day.equals(span.lastDay()) ? null : day.plusDays(1);
        return new HistoricalEvent.OfDay(opens, new DayOpened(day, true));
      }
    }
    if (fact == null) {
      throw new NoSuchElementException("the book is read");
    }
    next = sorted.hasNext() ? sorted.next() : null;
    return new HistoricalEvent.OfFact(facts.build(fact));
  }

  @Override
  public void close() {
    plans.close();
  }
}
