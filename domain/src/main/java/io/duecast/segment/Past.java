package io.duecast.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer's own past says of how late an invoice of it may be. */
final class Past {
  private static final int LEAST = 8;
  private static final int LEAST_FOR_LATELY = 10;

  /** From the median absolute deviation to a standard deviation, times five, in hundredths. */
  private static final int FIVE_DEVIATIONS = 741;

  private static final int LEAST_DAYS = 10;
  private static final int LEAST_DAYS_LATELY = 5;
  private static final int BEYOND_WORST = 5;

  private Past() {}

  /** The greatest days past due that are not unheard of; null if too little is known. */
  static @Nullable Integer limit(List<Integer> outcomes) {
    if (outcomes.size() < LEAST) {
      return null;
    }
    int middle = middle(outcomes);
    int deviation = middle(outcomes.stream().map(it -> Math.abs(it - middle)).toList());
    int byDeviation = middle + Math.max(LEAST_DAYS, (FIVE_DEVIATIONS * deviation + 99) / 100);
    int worst = outcomes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    return Math.max(byDeviation, worst + BEYOND_WORST);
  }

  /**
   * What nine tenths do not exceed, and some days more than the middle one; null if too little is
   * known.
   */
  static @Nullable Integer limitLately(List<Integer> outcomes) {
    if (outcomes.size() < LEAST_FOR_LATELY) {
      return null;
    }
    List<Integer> sorted = outcomes.stream().sorted().toList();
    int high = sorted.get((sorted.size() * 9 - 1) / 10);
    return Math.max(high, middle(outcomes) + LEAST_DAYS_LATELY);
  }

  /** Whether it is no later than nearly all before. */
  static boolean isUsual(List<Integer> outcomes, int daysPastDue) {
    Integer limit = limitLately(outcomes);
    return limit != null && daysPastDue <= limit;
  }

  /** The lower one of two. */
  static int middle(List<Integer> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }
}
