package io.duecast.console.projection;

import io.duecast.reserve.ReserveCell;
import io.duecast.reserve.ReserveMovement;
import io.duecast.reserve.ReservePosition;

/** What was not expected to come in, at the end of each day. */
final class ReservesProjection implements Projection {
  private static final String POSITION =
      Statement.append(
          "reserve_positions",
          "day",
          "currency",
          "entity",
          "segment",
          "exposures",
          "rates",
          "reserves",
          "opening",
          "by_receivables",
          "by_rates",
          "used",
          "forward_looking",
          "observed_days",
          "recorded_at",
          "replayed");

  @Override
  public void project(Object value, Place place, Rows rows) {
    ReservePosition it = (ReservePosition) value;
    ReserveMovement movement = it.movement();
    rows.add(
        POSITION,
        it.day(),
        it.group().currency(),
        it.group().entity(),
        it.group().segment(),
        it.cells().stream().map(ReserveCell::exposure).toList(),
        it.cells().stream().map(ReserveCell::rate).toList(),
        it.cells().stream().map(ReserveCell::reserve).toList(),
        movement.opening(),
        movement.receivables(),
        movement.rates(),
        movement.used(),
        it.forwardLooking(),
        it.observedDays(),
        it.recordedAt(),
        it.replayed());
  }
}
