package io.duecast.stack;

import java.time.Duration;

/**
 * What a caller may choose of a schema registry.
 *
 * @param port where clients connect on 127.0.0.1; 0 means the one this data directory had before if
 *     it is free, else any free one
 * @param startTimeout how long it may take until it answers; generous, for it bounds a hang and not
 *     a slow machine
 */
public record RegistrySettings(
    int port, Storage storage, int heapMegabytes, Duration startTimeout) {
  /** Below this the server runs out of memory at start. */
  private static final int LEAST_HEAP_MEGABYTES = 96;

  public RegistrySettings {
    Ports.requireValid("registry", port);
    if (heapMegabytes < LEAST_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "registry: a heap of %d MB is too small; give it at least %d MB"
              .formatted(heapMegabytes, LEAST_HEAP_MEGABYTES));
    }
    if (!startTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "registry: the start timeout %s is not positive".formatted(startTimeout));
    }
  }

  /** Where the schemas are kept. */
  public enum Storage {
    /** A file in the data directory; every registration is on disk before it is answered. */
    FILE,
    /** Gone when the registry stops; for tests. */
    MEMORY
  }

  public static RegistrySettings defaults() {
    return new RegistrySettings(0, Storage.FILE, 192, Duration.ofSeconds(90));
  }

  public RegistrySettings withPort(int newPort) {
    return new RegistrySettings(newPort, storage, heapMegabytes, startTimeout);
  }

  public RegistrySettings inMemory() {
    return new RegistrySettings(port, Storage.MEMORY, heapMegabytes, startTimeout);
  }

  public RegistrySettings withHeapMegabytes(int megabytes) {
    return new RegistrySettings(port, storage, megabytes, startTimeout);
  }

  public RegistrySettings withStartTimeout(Duration timeout) {
    return new RegistrySettings(port, storage, heapMegabytes, timeout);
  }
}
