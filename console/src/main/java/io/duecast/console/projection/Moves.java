package io.duecast.console.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever listens which topics have brought something. Safe for threads. */
public final class Moves {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Whom it is told, after the tables have changed; from the thread that changed them. */
  @FunctionalInterface
  public interface Listener {
    void moved(Set<String> topics);
  }

  /**
   * Tells somebody from now on.
   *
   * @return ends it
   */
  public Runnable listen(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(Set<String> topics) {
    listeners.forEach(it -> it.moved(topics));
  }
}
