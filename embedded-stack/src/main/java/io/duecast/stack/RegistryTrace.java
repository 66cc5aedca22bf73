package io.duecast.stack;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code registry.pid}: by which the next start finds a child that outlived its parent. */
record RegistryTrace(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryTrace.class);
  private static final Duration OWN_EXIT = Duration.ofSeconds(2);
  private static final Duration FORCED_EXIT = Duration.ofSeconds(10);
  private static final Pattern CONTENT =
      Pattern.compile("(\\d{1,18}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z)");

  static RegistryTrace in(Path directory) {
    return new RegistryTrace(directory.resolve("registry.pid"));
  }

  /** In one step: a trace is there and whole, or not there. */
  void leave(ProcessIdentity identity) throws IOException {
    Path unfinished = path.resolveSibling("registry.pid.tmp");
    Files.writeString(unfinished, identity.pid() + " " + identity.startedAt());
    Files.move(
        unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void erase() throws IOException {
    Files.deleteIfExists(path);
  }

  /**
   * Ends a child whose parent is gone; it would hold the schemas. The caller has the lock of the
   * directory, so no living child there can be another's.
   */
  void endLeftOver() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Matcher words = CONTENT.matcher(Files.readString(path));
    if (words.matches()) {
      var child =
          new ProcessIdentity(Long.parseLong(words.group(1)), Instant.parse(words.group(2)));
      child.find().ifPresent(this::end);
    }
    erase();
  }

  private void end(ProcessHandle leftOver) {
    LOG.info("registry: ending process {}, left over from an earlier run", leftOver.pid());
    if (!ends(leftOver, OWN_EXIT)) {
      leftOver.destroyForcibly();
      if (!ends(leftOver, FORCED_EXIT)) {
        throw new StackException(
            "registry: process %d is left over from an earlier run on %s and cannot be ended; end it by hand"
                .formatted(leftOver.pid(), path.getParent()));
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
}
