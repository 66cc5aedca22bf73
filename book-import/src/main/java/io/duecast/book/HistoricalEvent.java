package io.duecast.book;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.Fact;
import java.time.Instant;

/** Something that became known in the past: a fact, or that a day began. */
public sealed interface HistoricalEvent {
  /** When it became known. */
  Instant recordedAt();

  /** A fact from an extract. */
  record OfFact(Fact fact) implements HistoricalEvent {
    @Override
    public Instant recordedAt() {
      return fact.envelope().recordedAt();
    }
  }

  /** A day began. */
  record OfDay(Instant recordedAt, DayOpened day) implements HistoricalEvent {}
}
