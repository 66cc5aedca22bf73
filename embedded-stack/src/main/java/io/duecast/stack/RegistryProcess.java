package io.duecast.stack;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child process of one data directory, and the trace by which the next start finds it. */
final class RegistryProcess {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
  private static final Duration CLEAN_EXIT = Duration.ofSeconds(10);
  private static final Duration STALE_EXIT = Duration.ofSeconds(2);
  private static final int LAST_LINES = 12;
  private static final Pattern TRACE = Pattern.compile("(\\d{1,18}) (\\S+Z)");

  private final Process process;
  private final Path directory;
  private volatile boolean stopping;

  private RegistryProcess(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  static RegistryProcess start(RegistryCommand command) throws IOException {
    Path directory = command.directory();
    RegistryProcess started = new RegistryProcess(command.start(log(directory)), directory);
    ProcessIdentity identity = ProcessIdentity.of(started.process.toHandle());
    started.leaveTrace(identity);
    var unused = started.process.onExit().thenAccept(started::reportUnlessStopping);
    return started;
  }

  /**
   * Ends a child whose parent is gone; it would hold the schemas. The caller has the lock of the
   * directory, so no living child there can be another's.
   */
  static void stopStale(Path directory) throws IOException {
    Path trace = trace(directory);
    if (!Files.exists(trace)) {
      return;
    }
    Matcher words = TRACE.matcher(Files.readString(trace));
    if (words.matches()) {
      var child =
          new ProcessIdentity(Long.parseLong(words.group(1)), Instant.parse(words.group(2)));
      child.find().ifPresent(stale -> stopStale(stale, directory));
    }
    Files.delete(trace);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Waits a moment, or less if the process ends. */
  boolean endsWithin(Duration moment) throws InterruptedException {
    return process.waitFor(moment.toMillis(), MILLISECONDS);
  }

  /** What it last said, for an error message. */
  String lastLines() {
    return lastLines(log(directory));
  }

  /** Closes its input, on which it ends itself, and helps if it does not. */
  void stop() {
    stopping = true;
    try {
      process.getOutputStream().close();
      if (!endsWithin(CLEAN_EXIT)) {
        LOG.warn("registry: process {} did not end by itself; ending it", pid());
        kill();
      }
      Files.deleteIfExists(trace(directory));
    } catch (IOException e) {
      kill();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  static String lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, Charset.defaultCharset());
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(its log %s cannot be read: %s)".formatted(log, e);
    }
  }

  static Path log(Path directory) {
    return directory.resolve("registry.log");
  }

  private void kill() {
    var unused =
        process.destroyForcibly().onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
  }

  private void reportUnlessStopping(Process ended) {
    if (!stopping) {
      LOG.warn(
          "registry: process {} ended with exit code {}; its last lines:\n{}",
          ended.pid(),
          ended.exitValue(),
          lastLines());
    }
  }

  private static void stopStale(ProcessHandle stale, Path directory) {
    LOG.info(
        "registry: stopping process {}, left over from an earlier run on {}",
        stale.pid(),
        directory);
    if (!ends(stale, STALE_EXIT)) {
      stale.destroyForcibly();
      if (!ends(stale, CLEAN_EXIT)) {
        throw new StackException(
            "registry: process %d is left over from an earlier run on %s and cannot be ended; end it by hand"
                .formatted(stale.pid(), directory));
      }
    }
  }

  private static boolean ends(ProcessHandle process, Duration timeout) {
    return process
        .onExit()
        .thenApply(ended -> true)
        .completeOnTimeout(false, timeout.toMillis(), MILLISECONDS)
        .join();
  }

  /** In one step: a trace is there and whole, or not there. */
  private void leaveTrace(ProcessIdentity identity) throws IOException {
    Path unfinished = directory.resolve("registry.pid.tmp");
    Files.writeString(unfinished, identity.pid() + " " + identity.startedAt());
    Files.move(
        unfinished,
        trace(directory),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path trace(Path directory) {
    return directory.resolve("registry.pid");
  }
}
