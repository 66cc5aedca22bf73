package io.duecast.segment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of what came due in a week was late in one segment, and whether that is a change.
 *
 * @param week its Monday
 * @param judged invoices of customers that were in the segment when they were billed
 * @param late of these
 * @param usual share late that it is held against, per mille; null while too little is known
 * @param pressure how much speaks for a change, in thousandths of a deviation
 * @param limit from which pressure on it is told as a change
 * @param trend UNKNOWN while too little is known; WORSENING or IMPROVING in the week in which a
 *     change is found
 * @param since the Monday of the week in which the change seems to have begun; null if there is
 *     none
 * @param rules the version of the rules
 */
public record SegmentTrend(
    RiskSegment segment,
    LocalDate week,
    int judged,
    int late,
    @Nullable Integer usual,
    int pressure,
    int limit,
    Trend trend,
    @Nullable LocalDate since,
    int rules,
    Instant recordedAt,
    boolean replayed) {

  /** Deterministic: the segment and the week. */
  public String trendId() {
    return segment + ":" + week;
  }
}
