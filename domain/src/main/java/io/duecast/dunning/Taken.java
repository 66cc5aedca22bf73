package io.duecast.dunning;

import java.time.LocalDate;

/**
 * A step that was sent or dropped.
 *
 * @param dueOn the due date that was in force then
 */
public record Taken(LocalDate on, LocalDate dueOn) {
  /** Whether it still counts: of a due date that has moved only if its new day had come already. */
  boolean counts(LocalDate dueNow, LocalDate stepDay) {
    return dueOn.equals(dueNow) || !on.isBefore(stepDay);
  }
}
