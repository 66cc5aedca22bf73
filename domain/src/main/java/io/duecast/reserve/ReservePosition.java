package io.duecast.reserve;

import static io.duecast.check.Check.require;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What of a group's receivables is not expected to come in, at the end of a day.
 *
 * @param cells in each {@link AgingBucket}, in their order
 * @param movement since what was told before of this group
 * @param forwardLooking the factor that the rates contain
 * @param observedDays of the company's own losses, that the rates rest on
 * @param recordedAt when the next day began
 */
public record ReservePosition(
    LocalDate day,
    Group group,
    List<ReserveCell> cells,
    ReserveMovement movement,
    BigDecimal forwardLooking,
    int observedDays,
    Instant recordedAt,
    boolean replayed) {
  public ReservePosition {
    cells = List.copyOf(cells);
    forwardLooking = forwardLooking.setScale(Rates.SCALE);
    require(
        cells.size() == AgingBucket.values().length,
        "%s of %s: %d buckets",
        group,
        day,
        cells.size());
  }

  /** The same for every copy of it. */
  public String positionId() {
    return "%s:%s:%s:%s".formatted(group.currency(), group.entity(), group.segment(), day);
  }

  /** The reserve. */
  public BigDecimal closing() {
    return cells.stream().map(ReserveCell::reserve).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is open. */
  public BigDecimal exposure() {
    return cells.stream().map(ReserveCell::exposure).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public ReserveCell cell(AgingBucket bucket) {
    return cells.get(bucket.place());
  }
}
