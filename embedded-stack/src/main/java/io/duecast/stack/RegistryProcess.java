package io.duecast.stack;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child process of one data directory, from its start to its end. */
final class RegistryProcess {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
  private static final Duration CLEAN_EXIT = Duration.ofSeconds(25);
  private static final int LAST_LINES = 12;

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
    RegistryTrace.in(directory).leave(ProcessIdentity.of(started.process.toHandle()));
    var unused = started.process.onExit().thenAccept(started::reportUnlessStopping);
    return started;
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
      RegistryTrace.in(directory).erase();
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
}
