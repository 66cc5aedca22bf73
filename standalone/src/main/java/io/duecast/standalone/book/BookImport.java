package io.duecast.standalone.book;

import io.duecast.book.Book;
import io.duecast.book.ReadSettings;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import io.duecast.service.settings.Catalogue;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One import: read, sent from its checkpoint on, processed, and accounted for row by row. */
final class BookImport {
  private final Setup setup;
  private final Wanted wanted;
  private final Console console;

  BookImport(Setup setup, Wanted wanted) {
    this.setup = setup;
    this.wanted = wanted;
    this.console = setup.console();
  }

  /**
   * What is to be imported.
   *
   * @param mappingFile what {@code mapping} was read from
   * @param isAgain whether a finished import is sent once more
   * @param rhythm how often it learns on the way; null for never
   */
  record Wanted(
      Mapping mapping,
      Path mappingFile,
      Sources sources,
      @Nullable Path rejects,
      @Nullable Path report,
      boolean isAgain,
      @Nullable Rhythm rhythm) {}

  int call() throws InterruptedException, IOException {
    try (Connection connection = Connection.open(setup)) {
      Path file = checkpointFile();
      Checkpoint checkpoint = Checkpoint.read(file, Clock.systemUTC().instant());
      return call(
          connection,
          file,
          checkpoint.isDone() && wanted.isAgain() ? checkpoint.withSent(0) : checkpoint);
    }
  }

  private int call(Connection connection, Path file, Checkpoint from)
      throws InterruptedException, IOException {
    try (ImportProgress progress = new ImportProgress(console);
        Book book = read(from.ingestedAt(), progress)) {
      progress.pause();
      report(book.quality(), wanted.report(), console);
      if (connection.origin() == Connection.Origin.OWN) {
        connection.startFlows(null);
      }
      tell(from, book);
      BookInvoices invoices = new BookInvoices();
      progress.begin(book.events());
      Checkpoint sent;
      try (BookSender sender = new BookSender(connection)) {
        sent = sender.send(book, from, file, invoices, learning(connection, progress), progress);
      }
      await(connection, progress);
      progress.pause();
      boolean isWhole = account(book.quality(), invoices, invoices.countOn(connection));
      if (isWhole) {
        sent.done().write(file);
      }
      return isWhole ? 0 : 1;
    }
  }

  private HistoryLearning learning(Connection connection, ImportProgress progress) {
    return wanted.rhythm() == null
        ? HistoryLearning.NONE
        : new LearningOnTheWay(connection, wanted.rhythm(), progress);
  }

  private Book read(Instant ingestedAt, ImportProgress progress) {
    ReadSettings settings = ReadSettings.ingestedAt(ingestedAt);
    if (wanted.rejects() != null) {
      settings = settings.withRejects(wanted.rejects());
    }
    return Book.read(wanted.mapping(), wanted.sources(), settings, progress);
  }

  private void tell(Checkpoint checkpoint, Book book) {
    if (checkpoint.isDone()) {
      console.say(
          "this book is already imported; nothing is sent (--again would, and change nothing)");
    } else if (checkpoint.sent() > 0) {
      console.say("going on after event %,d of %,d", checkpoint.sent(), book.events());
    }
  }

  private static void await(Connection connection, ImportProgress progress)
      throws InterruptedException {
    AtomicLong first = new AtomicLong();
    new Processing(connection)
        .await(
            left -> {
              first.compareAndSet(0, left);
              progress.processing(left, first.get());
            });
  }

  private boolean account(
      QualityReport quality, BookInvoices invoices, BookInvoices.Outcome outcome) {
    QualityReport.OfFile file = quality.of(SectionKind.INVOICES);
    console.print(
        "%,d invoice rows = %,d opened + %,d rejected", file.rows(), file.kept(), file.rejected());
    console.print(
        "%,d invoices = %,d with exactly one assessment of record + %,d dead letters",
        outcome.invoices(), outcome.once(), outcome.refused());
    if (outcome.isAccountedFor() && file.kept() == invoices.size()) {
      return true;
    }
    console.print(
        "NOT accounted for: %,d with more than one assessment, %,d with none, %,d rows without an"
            + " invoice of their own",
        outcome.several(),
        outcome.invoices() - outcome.once() - outcome.several() - outcome.refused(),
        file.kept() - invoices.size());
    return false;
  }

  private Path checkpointFile() {
    String cluster = setup.settings().text(Catalogue.BOOTSTRAP);
    String place = cluster.isEmpty() ? EmbeddedId.of(setup.data()) : cluster;
    List<Path> contents = new ArrayList<>(wanted.sources().files().values());
    contents.add(wanted.mappingFile());
    return Checkpoint.fileFor(
        setup.data().imports(), place + "/" + setup.settings().text(Catalogue.PREFIX), contents);
  }

  private static void report(QualityReport quality, @Nullable Path file, Console console)
      throws IOException {
    console.print("%s", quality.toTable().stripTrailing());
    if (file != null) {
      Files.writeString(file, quality.toJson());
    }
  }

  /** Reads a book and says what is wrong with it, and nothing more. */
  record DryRun(Console console, @Nullable Path rejects, @Nullable Path report) {
    int of(Mapping mapping, Sources sources) throws IOException {
      ReadSettings settings = ReadSettings.ingestedAt(Clock.systemUTC().instant());
      if (rejects != null) {
        settings = settings.withRejects(rejects);
      }
      try (ImportProgress progress = new ImportProgress(console);
          Book book = Book.read(mapping, sources, settings, progress)) {
        progress.pause();
        BookImport.report(book.quality(), report, console);
        console.print("%,d facts on %,d events; nothing was sent", book.facts(), book.events());
      }
      return 0;
    }
  }
}
