package io.duecast.console.web;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All rows of a list as a file, as they stand at one moment. It is written whole before any of it
 * is sent: whoever gets it has all of it, or is told why not.
 */
final class Exports {
  private static final int AT_ONCE = 2;
  private static final String LONGEST = "set local statement_timeout = '120s'";

  private final Jdbi jdbi;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Exports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void send(Listing listing, Asked asked, Format format, Context context) throws IOException {
    String suffix = "." + format.name().toLowerCase(Locale.ROOT);
    Path file = Files.createTempFile("duecast-" + listing.path() + "-", suffix);
    try {
      fill(file, new ListQuery(listing, asked), format);
      context
          .contentType(format.type())
          .header(
              "Content-Disposition", "attachment; filename=\"" + listing.path() + suffix + "\"");
      context.res().setContentLengthLong(Files.size(file));
      Files.copy(file, context.res().getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void fill(Path file, ListQuery query, Format format) throws IOException {
    if (!places.tryAcquire()) {
      throw Problem.busy("%d files are being written already; ask again in a minute", AT_ONCE);
    }
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file));
        Sheet sheet = query.begin(format, to)) {
      jdbi.useTransaction(
          TransactionIsolationLevel.REPEATABLE_READ,
          handle -> {
            handle.execute(LONGEST);
            query.each(handle, sheet::put);
          });
    } finally {
      places.release();
    }
  }
}
