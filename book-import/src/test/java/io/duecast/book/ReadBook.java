package io.duecast.book;

import io.duecast.book.mapping.Mapping;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a book from the command line, prints its quality report, the facts by kind, and the speed:
 * {@code ReadBook MAPPING INVOICES [REJECTS] [REPEATS] [MEMORY-MIB]}.
 */
final class ReadBook {
  private ReadBook() {}

  public static void main(String[] args) {
    Mapping mapping = Mapping.read(Path.of(args[0]));
    Sources sources = Sources.of(mapping, Path.of(args[1]));
    ReadSettings settings = ReadSettings.ingestedAt(Instant.parse("2026-01-01T00:00:00Z"));
    if (args.length > 2) {
      settings = settings.withRejects(Path.of(args[2]));
    }
    if (args.length > 4) {
      settings = settings.withMemoryBytes(Long.parseLong(args[4]) << 20);
    }
    int repeats = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    for (int i = 0; i < repeats; i++) {
      read(mapping, sources, settings, i == 0);
    }
  }

  private static void read(
      Mapping mapping, Sources sources, ReadSettings settings, boolean printing) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long startedCpu = threads.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    Map<String, Long> kinds = new TreeMap<>();
    try (Book book = Book.read(mapping, sources, settings, ImportListener.NONE)) {
      if (printing) {
        System.out.println(book.quality().toTable());
      }
      while (book.hasNext()) {
        HistoricalEvent event = book.next();
        String kind =
            event instanceof HistoricalEvent.OfFact of
                ? of.fact().getClass().getSimpleName()
                : "DayOpened";
        kinds.merge(kind, 1L, Long::sum);
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      System.out.printf(
          "%s: %,d facts in %.2f s, %,.0f facts/s; %,.0f facts per second of processor time%n",
          kinds,
          book.facts(),
          seconds,
          book.facts() / seconds,
          book.facts() * 1e9 / (threads.getCurrentThreadCpuTime() - startedCpu));
    }
  }
}
