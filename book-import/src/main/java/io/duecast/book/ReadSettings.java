package io.duecast.book;

import static io.duecast.check.Check.require;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a book is read.
 *
 * @param ingestedAt when Duecast receives the book; nothing in it can be later
 * @param memoryBytes about how much heap the rows may take before they go to disk
 * @param temporary where they go then
 * @param rejects base of the names of the files of rejected rows; null for none
 */
public record ReadSettings(
    Instant ingestedAt, long memoryBytes, Path temporary, @Nullable Path rejects) {
  private static final long DEFAULT_MEMORY_BYTES = 256L << 20;

  public ReadSettings {
    require(memoryBytes > 0, "%d bytes of memory are too few", memoryBytes);
  }

  /** 256 MiB, the system's directory for temporary files, no rejects. */
  public static ReadSettings ingestedAt(Instant instant) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new ReadSettings(instant, DEFAULT_MEMORY_BYTES, temporary, null);
  }

  public ReadSettings withMemoryBytes(long bytes) {
    return new ReadSettings(ingestedAt, bytes, temporary, rejects);
  }

  public ReadSettings withTemporary(Path directory) {
    return new ReadSettings(ingestedAt, memoryBytes, directory, rejects);
  }

  public ReadSettings withRejects(Path base) {
    return new ReadSettings(ingestedAt, memoryBytes, temporary, base);
  }
}
