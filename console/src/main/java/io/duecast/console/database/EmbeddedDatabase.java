package io.duecast.console.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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

  /** One that answers. What a killed process has left running there is stopped first. */
  public static EmbeddedDatabase start(Path directory) {
    try {
      stopOrphan(directory);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("listen_addresses", "127.0.0.1");
      return new EmbeddedDatabase(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("no database could be started in " + directory, e);
    }
  }

  private static void stopOrphan(Path directory) throws IOException {
    Path file = directory.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,9}")) {
      return;
    }
    Optional<ProcessHandle> orphan =
        ProcessHandle.of(Long.parseLong(lines.getFirst())).filter(it -> serves(it, directory));
    orphan.ifPresent(ProcessHandle::destroy);
    orphan.ifPresent(it -> it.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
  }

  /** A process number is given again: only one that names the directory is meant. */
  private static boolean serves(ProcessHandle process, Path directory) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return List.of(arguments).contains(directory.toString());
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
