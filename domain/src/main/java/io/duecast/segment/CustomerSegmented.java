package io.duecast.segment;

import io.duecast.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * In which risk segment a customer is, why, and what is suggested; nothing is enforced. The highest
 * revision holds.
 *
 * @param revision from 1
 * @param on the day from which it holds
 * @param since the day on which it came into this segment and worth
 * @param previous the segment before this one was told
 * @param previousWorth the worth before this one was told
 * @param reasons the figures behind it, those that decided first
 * @param rules the version of the rules
 */
public record CustomerSegmented(
    CustomerId customer,
    int revision,
    LocalDate on,
    LocalDate since,
    RiskSegment segment,
    Worth worth,
    Trend trend,
    RiskSegment previous,
    Worth previousWorth,
    List<SegmentReason> reasons,
    Strategy strategy,
    int rules,
    Instant recordedAt,
    boolean replayed)
    implements SegmentFinding {
  public CustomerSegmented {
    reasons = List.copyOf(reasons);
  }

  /** Deterministic: the customer and the revision. */
  public String segmentId() {
    return customer + ":" + revision;
  }

  /** Whether the customer came from another segment or worth. */
  public boolean isMove() {
    return segment != previous || worth != previousWorth;
  }
}
