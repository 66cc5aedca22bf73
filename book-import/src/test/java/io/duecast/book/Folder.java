package io.duecast.book;

import io.duecast.book.mapping.Mapping;
import io.duecast.book.quality.QualityReport;
import io.duecast.receivable.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A directory with the files of a book under test. */
record Folder(Path directory) {
  static final Instant INGESTED = Instant.parse("2026-03-01T12:00:00Z");

  /** A new one, for properties, which get none injected. */
  static Folder temporary() {
    try {
      return new Folder(Files.createTempDirectory("book-test-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String name, String text) {
    try {
      return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a book whose files all stand in the mapping. */
  BookRead read(String yaml) {
    return read(yaml, UnaryOperator.identity());
  }

  BookRead read(String yaml, UnaryOperator<ReadSettings> settings) {
    Mapping mapping = Mapping.parse("test.yaml", yaml);
    ReadSettings chosen = settings.apply(ReadSettings.ingestedAt(INGESTED));
    try (Book book =
        Book.read(mapping, Sources.in(directory, mapping), chosen, ImportListener.NONE)) {
      List<HistoricalEvent> events = new ArrayList<>();
      long announced = book.events();
      book.forEachRemaining(events::add);
      if (announced != events.size()) {
        throw new AssertionError(announced + " events announced, " + events.size() + " came");
      }
      return new BookRead(events, book.quality());
    }
  }

  void delete() {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came out of a book. */
  record BookRead(List<HistoricalEvent> events, QualityReport quality) {
    List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      for (HistoricalEvent event : events) {
        if (event instanceof HistoricalEvent.OfFact of) {
          facts.add(of.fact());
        }
      }
      return facts;
    }

    <F extends Fact> List<F> facts(Class<F> type) {
      return facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** One line per event: when, and what. */
    List<String> timeline() {
      return events.stream().map(BookRead::line).toList();
    }

    private static String line(HistoricalEvent event) {
      return switch (event) {
        case HistoricalEvent.OfDay day -> day.recordedAt() + " day " + day.day().date();
        case HistoricalEvent.OfFact of -> of.recordedAt() + " " + of.fact().envelope().eventId();
      };
    }
  }
}
