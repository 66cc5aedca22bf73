package io.duecast.book.sort;

import static io.duecast.check.Check.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of values within a bound of memory: what does not fit is written to disk in
 * sorted runs, and these are merged. Add all, then read all, once; close to delete the files.
 */
public final class ExternalSort<T> implements AutoCloseable {
  /** Runs open at a time: more are merged into one first. */
  private static final int MOST_RUNS = 64;

  private final Comparator<T> order;
  private final Codec<T> codec;
  private final long memoryBytes;
  private final Path temporary;
  private final List<Run.OnDisk> runs = new ArrayList<>();
  private @Nullable Path directory;
  private @Nullable Merge<T> merge;
  private List<T> chunk = new ArrayList<>();
  private long chunkBytes;
  private long size;

  /**
   * @param order total: values that compare as equal come in no promised order
   * @param temporary where a directory for the runs is made, once one is needed
   */
  public ExternalSort(Comparator<T> order, Codec<T> codec, long memoryBytes, Path temporary) {
    require(memoryBytes > 0, "%d bytes of memory are too few", memoryBytes);
    this.order = order;
    this.codec = codec;
    this.memoryBytes = memoryBytes;
    this.temporary = temporary;
  }

  public void add(T value) {
    chunk.add(value);
    chunkBytes += codec.weightBytes(value);
    size++;
    if (chunkBytes >= memoryBytes) {
      spill();
    }
  }

  /** Values added. */
  public long size() {
    return size;
  }

  /** Runs on disk now; 0 as long as everything fits in memory. */
  public int spilledRuns() {
    return runs.size();
  }

  /** The values in order; to be called once. */
  public Iterator<T> sorted() {
    if (runs.isEmpty()) {
      return sortedChunk();
    }
    if (!chunk.isEmpty()) {
      spill();
    }
    merge = new Merge<>(runs, codec, order);
    return merge;
  }

  /** The values in memory. */
  private Iterator<T> sortedChunk() {
    List<T> values = chunk;
    chunk = new ArrayList<>();
    values.sort(order);
    return values.iterator();
  }

  private void spill() {
    runs.add(Run.write(directory(), sortedChunk(), codec));
    chunkBytes = 0;
    if (runs.size() == MOST_RUNS) {
      try (Merge<T> all = new Merge<>(runs, codec, order)) {
        Run.OnDisk one = Run.write(directory(), all, codec);
        runs.clear();
        runs.add(one);
      }
    }
  }

  private Path directory() {
    try {
      if (directory == null) {
        directory = Files.createTempDirectory(temporary, "duecast-sort-");
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (merge != null) {
      merge.close();
    }
    if (directory == null) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
      directory = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
