package io.duecast.service.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;

/** Where the parts of a service say how they stand, and count what they do. */
public record Watching(HealthBoard board, MeterRegistry meters) {
  /** One that nobody looks at; its meters cost next to nothing. */
  public static Watching unseen() {
    return new Watching(new HealthBoard(Clock.systemUTC()), new CompositeMeterRegistry());
  }
}
