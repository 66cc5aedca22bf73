package io.duecast.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * PostgreSQL as a child process, on a port of the loopback and over a directory of its own. What it
 * holds survives a clean stop and a kill alike.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String USER = "postgres";

  private final EmbeddedPostgres process;

  private EmbeddedDatabase(EmbeddedPostgres process) {
    this.process = process;
  }

  /** One that answers. */
  public static EmbeddedDatabase start(Path directory) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("listen_addresses", "127.0.0.1");
      return new EmbeddedDatabase(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("no database could be started in " + directory, e);
    }
  }

  /** Where it answers. */
  public DatabaseAddress address() {
    return new DatabaseAddress(process.getJdbcUrl(USER, "postgres"), USER, "");
  }

  @Override
  public void close() {
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
