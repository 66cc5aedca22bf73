package io.duecast.benchmarks;

/**
 * What lies on some topics.
 *
 * @param bytes of keys, values and headers, before compression
 */
record Traffic(long records, long bytes) {
  static final Traffic NONE = new Traffic(0, 0);

  Traffic plus(int recordBytes) {
    return new Traffic(records + 1, bytes + recordBytes);
  }
}
