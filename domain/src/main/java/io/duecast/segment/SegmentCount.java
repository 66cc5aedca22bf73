package io.duecast.segment;

import java.time.LocalDate;

/**
 * What came due in one week of customers that were in a segment when they were billed.
 *
 * @param week its Monday
 * @param judged invoices
 * @param late of these
 */
public record SegmentCount(LocalDate week, RiskSegment segment, int judged, int late) {
  SegmentCount plus(SegmentCount other) {
    return new SegmentCount(week, segment, judged + other.judged, late + other.late);
  }
}
