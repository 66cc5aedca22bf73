package io.duecast.console.database;

import io.duecast.service.launch.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child process, on a port of the loopback and over a directory of its own. What it
 * holds survives a clean stop and a kill alike; one that dies is started again, on the same port.
 * It asks everybody for its password, which whoever can read the owner's files knows.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String USER = "postgres";

  private static final String LOCALLY = "auth-local";
  private static final String OVER_NETWORK = "auth-host";
  private static final String ASKS = "scram-sha-256";

  private static final String PROCESS = "postmaster.pid";
  private static final int ANY_PORT = 0;
  private static final int MOST_RESTARTS = 30;
  private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(2);

  private final Path directory;
  private final OwnPassword password;
  private EmbeddedPostgres process;
  private boolean isClosed;

  private EmbeddedDatabase(Path directory, OwnPassword password, EmbeddedPostgres process) {
    this.directory = directory;
    this.password = password;
    this.process = process;
  }

  /**
   * One that answers. What a killed process has left running there is stopped first.
   *
   * @throws StartException if another process that lives has it
   */
  public static EmbeddedDatabase start(Path directory) {
    try {
      requireFree(directory);
      stopOrphan(directory);
      forgetIfOpenToAll(directory);
      OwnPassword password = OwnPassword.of(directory);
      EmbeddedDatabase database =
          new EmbeddedDatabase(directory, password, begin(directory, password, ANY_PORT));
      database.watch();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("no database could be started in " + directory, e);
    }
  }

  static EmbeddedPostgres begin(Path directory, OwnPassword password, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setPort(port)
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // What is called locale there is passed on to initdb as it is, after its own options.
        .setLocaleConfig("pwfile", password.file().toString())
        .setLocaleConfig(LOCALLY, ASKS)
        .setLocaleConfig(OVER_NETWORK, ASKS)
        .setConnectConfig("password", password.text())
        .start();
  }

  /** Notices when the process ends. */
  private synchronized void watch() throws IOException {
    server(directory)
        .ifPresent(
            server ->
                Thread.ofPlatform()
                    .daemon()
                    .name("database")
                    .start(
                        () -> {
                          server.onExit().join();
                          startAgain();
                        }));
  }

  private void startAgain() {
    for (int tried = 1; tried <= MOST_RESTARTS; tried++) {
      LockSupport.parkNanos(BETWEEN_RESTARTS.toNanos());
      try {
        if (tookOver()) {
          return;
        }
      } catch (IOException | RuntimeException e) {
        LOG.warn("the console's database cannot be started again: {}", e.toString());
      }
    }
    LOG.error("the console's database is given up: start the console again");
  }

  /** Whether there is nothing left to do. */
  private synchronized boolean tookOver() throws IOException {
    if (isClosed) {
      return true;
    }
    int port = process.getPort();
    LOG.warn("the console's database has ended, and is started again on port {}", port);
    process.close();
    forgetProcess();
    process = begin(directory, password, port);
    watch();
    return true;
  }

  /**
   * In a container without an init nobody buries the dead: the number of the process that ended
   * stays, and PostgreSQL takes it for a living one. Its own children are gone by now.
   */
  private void forgetProcess() throws IOException {
    if (server(directory).isEmpty()) {
      Files.deleteIfExists(directory.resolve(PROCESS));
    }
  }

  /** The library holds a lock for as long as its process lives, and ends with it. */
  private static void requireFree(Path directory) throws IOException {
    Path file = directory.resolve("epg-lock");
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw taken(directory);
      }
    } catch (OverlappingFileLockException e) {
      throw taken(directory);
    }
  }

  private static StartException taken(Path directory) {
    return new StartException(
        "the console's database in %s is in use by another process;"
            + " stop it, or choose another directory",
        directory);
  }

  /** One that was made without a password: its tables are made again from the topics. */
  private static void forgetIfOpenToAll(Path directory) throws IOException {
    if (!Files.exists(directory.resolve("PG_VERSION")) || OwnPassword.isKnown(directory)) {
      return;
    }
    LOG.info("the database in {} has no password that is known here, and is made anew", directory);
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(it);
      }
    }
  }

  private static void stopOrphan(Path directory) throws IOException {
    Optional<ProcessHandle> orphan = server(directory);
    orphan.ifPresent(ProcessHandle::destroy);
    orphan.ifPresent(it -> it.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
  }

  /** The process that serves a directory. */
  private static Optional<ProcessHandle> server(Path directory) throws IOException {
    Path file = directory.resolve(PROCESS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).filter(it -> serves(it, directory));
  }

  /** A process number is given again: only one that names the directory is meant. */
  private static boolean serves(ProcessHandle process, Path directory) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return List.of(arguments).contains(directory.toString());
  }

  /** Where it answers. */
  public synchronized DatabaseAddress address() {
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(process.getPort());
    return new DatabaseAddress(url, USER, password.text());
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      process.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
