package io.duecast.health;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the invoices that one model has scored and that were issued in one part of a
 * month. Tallies add up, in any order; what was said and proved wrong is added with a minus.
 *
 * @param all invoices
 * @param segments at most {@link #MOST_SEGMENTS}, then all others as one
 * @param histories by how many invoices of the customer had an outcome when it was scored
 * @param features rows in each place of each feature, see {@link #STRIDE}
 * @param scores rows in each bin of {@link ScoreReference}
 */
public record HealthTally(
    ScoreTally all,
    Map<String, ScoreTally> segments,
    Map<String, ScoreTally> histories,
    Counts features,
    Counts scores) {
  /** The segment of those that have none. */
  public static final String NO_SEGMENT = "(none)";

  /** The segment of those whose segment is one too many. */
  public static final String OTHER_SEGMENTS = "(others)";

  static final int MOST_SEGMENTS = 20;

  /** Places of a feature that are kept; the places of the next one follow. */
  static final int STRIDE = 64;

  public static final HealthTally NONE =
      new HealthTally(ScoreTally.NONE, Map.of(), Map.of(), Counts.NONE, Counts.NONE);

  public HealthTally {
    segments = Collections.unmodifiableMap(new TreeMap<>(segments));
    histories = Collections.unmodifiableMap(new TreeMap<>(histories));
  }

  /** Both together. */
  public HealthTally plus(HealthTally more) {
    TreeMap<String, ScoreTally> allSegments = new TreeMap<>(segments);
    more.segments.forEach(
        (segment, tally) ->
            allSegments.merge(
                isRoomFor(segment, allSegments) ? segment : OTHER_SEGMENTS,
                tally,
                ScoreTally::plus));
    TreeMap<String, ScoreTally> allHistories = new TreeMap<>(histories);
    more.histories.forEach(
        (history, tally) -> allHistories.merge(history, tally, ScoreTally::plus));
    return new HealthTally(
        all.plus(more.all),
        allSegments,
        allHistories,
        features.plus(more.features),
        scores.plus(more.scores));
  }

  private static boolean isRoomFor(String segment, Map<String, ScoreTally> segments) {
    return segments.containsKey(segment) || segments.size() < MOST_SEGMENTS;
  }

  /** How long a customer's history is. */
  static String historyOf(double settled) {
    return !(settled >= 1) ? "0" : settled < 5 ? "1-4" : settled < 20 ? "5-19" : "20+";
  }
}
