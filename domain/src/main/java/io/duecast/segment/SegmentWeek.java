package io.duecast.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came due in one week, in each segment.
 *
 * @param week its Monday
 * @param counts by segment, those with something
 * @param recordedAt when the first day after it began; of one that is not over, when its first did
 * @param replayed true if it is history
 */
public record SegmentWeek(
    LocalDate week, List<SegmentCount> counts, Instant recordedAt, boolean replayed)
    implements SegmentFinding {
  public SegmentWeek {
    counts = List.copyOf(counts);
  }

  SegmentWeek judging(RiskSegment segment, boolean isLate) {
    return plus(List.of(new SegmentCount(week, segment, 1, isLate ? 1 : 0)));
  }

  /** With what another part of the customers tells of the same week. */
  public SegmentWeek plus(SegmentWeek other) {
    return plus(other.counts);
  }

  private SegmentWeek plus(List<SegmentCount> more) {
    Map<RiskSegment, SegmentCount> sums = new EnumMap<>(RiskSegment.class);
    counts.forEach(it -> sums.put(it.segment(), it));
    more.forEach(it -> sums.merge(it.segment(), it, SegmentCount::plus));
    return new SegmentWeek(week, new ArrayList<>(sums.values()), recordedAt, replayed);
  }

  SegmentWeek endedAt(Instant at) {
    return new SegmentWeek(week, counts, at, replayed);
  }
}
