package io.duecast.book.sort;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Sorted values in a file. */
final class Run<T> implements Iterator<T>, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Codec<T> codec;
  private final DataInputStream in;
  private long left;

  private Run(Path file, long count, Codec<T> codec) throws IOException {
    this.file = file;
    this.codec = codec;
    this.left = count;
    this.in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  /** Where a run lies, and how long it is. */
  record OnDisk(Path file, long count) {}

  static <T> OnDisk write(Path directory, Iterator<T> sorted, Codec<T> codec) {
    try {
      Path file = Files.createTempFile(directory, "run-", ".bin");
      long count = 0;
      try (var out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
        while (sorted.hasNext()) {
          codec.write(sorted.next(), out);
          count++;
        }
      }
      return new OnDisk(file, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> Run<T> open(OnDisk run, Codec<T> codec) {
    try {
      return new Run<>(run.file, run.count, codec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public T next() {
    if (left == 0) {
      throw new NoSuchElementException("the run is read");
    }
    try {
      left--;
      return codec.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the file. */
  @Override
  public void close() {
    try {
      in.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
