package io.duecast.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How late customers of one segment paid, as counts by days past due; older ones fade.
 *
 * @param counts from {@value #FIRST} days past due on, one for each day; the first and the last
 *     hold what lies beyond
 */
public record PeerTally(List<Integer> counts) {
  static final int FIRST = -30;
  static final int DAYS = 181;
  public static final PeerTally NONE = new PeerTally(Collections.nCopies(DAYS, 0));

  /** When there are so many, all are halved. */
  private static final int MOST = 8192;

  /** Of fewer nothing is said. */
  private static final int LEAST = 200;

  public PeerTally {
    counts = List.copyOf(counts);
  }

  PeerTally plus(int daysPastDue) {
    List<Integer> all = new ArrayList<>(counts);
    int at = Math.clamp((long) daysPastDue - FIRST, 0, DAYS - 1);
    all.set(at, all.get(at) + 1);
    if (sum(all) >= MOST) {
      all.replaceAll(it -> it / 2);
    }
    return new PeerTally(all);
  }

  /** The days past due that only one in thirty exceeds; null if too few are known. */
  @Nullable Integer limit() {
    int all = sum(counts);
    if (all < LEAST) {
      return null;
    }
    int above = 0;
    int at = DAYS - 1;
    while ((above + counts.get(at)) * 30 <= all) {
      above += counts.get(at);
      at--;
    }
    return FIRST + at;
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
