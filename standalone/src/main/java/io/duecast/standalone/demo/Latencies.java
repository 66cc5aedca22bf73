package io.duecast.standalone.demo;

import java.util.Arrays;

/** The last few thousand waiting times. */
final class Latencies {
  private static final int KEPT = 4096;

  private final long[] nanos = new long[KEPT];
  private long count;

  void add(long waitedNanos) {
    nanos[(int) (count % KEPT)] = waitedNanos;
    count++;
  }

  /** In milliseconds, of those kept; 0 before the first. */
  long percentileMs(double share) {
    int size = (int) Math.min(count, KEPT);
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return Math.round(sorted[(int) Math.min(size - 1L, Math.round(share * (size - 1)))] / 1e6);
  }
}
