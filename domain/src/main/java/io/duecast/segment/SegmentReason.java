package io.duecast.segment;

import org.jspecify.annotations.Nullable;

/**
 * One figure that something was decided by.
 *
 * @param value in the unit of the measure
 * @param limit that it was held against; null if against none
 */
public record SegmentReason(SegmentMeasure measure, long value, @Nullable Long limit) {
  static SegmentReason of(SegmentMeasure measure, long value) {
    return new SegmentReason(measure, value, null);
  }

  @Override
  public String toString() {
    String text = "%s: %d %s".formatted(measure.meaning(), value, measure.unit());
    return limit == null ? text : text + " (limit " + limit + ")";
  }
}
