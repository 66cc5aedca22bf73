package io.duecast.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process and no later one that got the same number.
 *
 * @param startedAt as the operating system tells it, which may differ by a second between two
 *     looks; the epoch where it does not tell
 */
record ProcessIdentity(long pid, Instant startedAt) {
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, if it still lives. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                Duration.between(of(process).startedAt(), startedAt).abs().compareTo(TOLERANCE)
                    <= 0);
  }
}
