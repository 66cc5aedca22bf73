package io.duecast.service.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** On which each part of a service says how it stands. Safe for threads. */
public final class HealthBoard {
  private final Clock clock;
  private final Map<String, PartHealth> parts = new LinkedHashMap<>();
  private final List<Consumer<String>> newcomers = new ArrayList<>();

  public HealthBoard(Clock clock) {
    this.clock = clock;
  }

  /** A part says how it stands now; the first time, that it exists. */
  public void say(String part, Standing standing, String detail) {
    List<Consumer<String>> told;
    synchronized (this) {
      PartHealth was = parts.get(part);
      Instant since = was == null || was.standing() != standing ? clock.instant() : was.since();
      parts.put(part, new PartHealth(part, standing, since, detail));
      told = was == null ? List.copyOf(newcomers) : List.of();
    }
    told.forEach(it -> it.accept(part));
  }

  /** Calls back for each part that comes from now on. */
  public synchronized void whenNew(Consumer<String> newcomer) {
    newcomers.add(newcomer);
  }

  /** Those parts that stand otherwise, in the order in which they came. */
  public synchronized List<PartHealth> notReady() {
    return parts.values().stream().filter(it -> it.standing() != Standing.READY).toList();
  }

  /** Those parts that are dead. */
  public synchronized List<PartHealth> dead() {
    return parts.values().stream().filter(it -> it.standing() == Standing.DEAD).toList();
  }

  /** Whether no part is dead. */
  public boolean isAlive() {
    return dead().isEmpty();
  }

  /** Whether there are parts, and all do their work. */
  public synchronized boolean isReady() {
    return !parts.isEmpty() && notReady().isEmpty();
  }

  /** Whether a part does its work. */
  public synchronized boolean isReady(String part) {
    PartHealth known = parts.get(part);
    return known != null && known.standing() == Standing.READY;
  }
}
