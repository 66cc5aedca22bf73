package io.duecast.book.sort;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a value is written to disk and read again. */
public interface Codec<T> {
  void write(T value, DataOutput out) throws IOException;

  T read(DataInput in) throws IOException;

  /** Roughly what a value takes on the heap. */
  long weightBytes(T value);
}
