package io.duecast.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer departs from what is usual. It is told once in {@value Departures#QUIET_DAYS} days.
 *
 * @param invoice that showed it
 * @param kind from what it departs
 * @param segment in which the customer was
 * @param reasons the figures behind it
 * @param rules the version of the rules
 */
public record CustomerOutlier(
    CustomerId customer,
    InvoiceId invoice,
    OutlierKind kind,
    LocalDate on,
    RiskSegment segment,
    List<SegmentReason> reasons,
    int rules,
    Instant recordedAt,
    boolean replayed)
    implements SegmentFinding {
  public CustomerOutlier {
    reasons = List.copyOf(reasons);
  }

  /** Deterministic: the customer, the invoice and the kind. */
  public String outlierId() {
    return customer + ":" + invoice + ":" + kind;
  }
}
