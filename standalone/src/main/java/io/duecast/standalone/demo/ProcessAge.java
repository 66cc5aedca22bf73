package io.duecast.standalone.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long this process has run, the start of its virtual machine with it. */
final class ProcessAge {
  private ProcessAge() {}

  static Duration now() {
    Instant now = Clock.systemUTC().instant();
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, now))
        .orElse(Duration.ZERO);
  }
}
