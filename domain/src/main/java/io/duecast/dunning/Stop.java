package io.duecast.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether there are to be no reminders.
 *
 * @param until the last day without; null for no end
 */
public record Stop(boolean active, @Nullable LocalDate until) {
  public static final Stop NONE = new Stop(false, null);

  /** Whether it holds on a day. */
  boolean isOn(LocalDate day) {
    return active && (until == null || !day.isAfter(until));
  }

  /** Whether only somebody's word can end it. */
  boolean isForEver() {
    return active && until == null;
  }

  /** The first day after it; null if it is not, or has no end. */
  @Nullable LocalDate endedOn() {
    return active && until != null ? until.plusDays(1) : null;
  }
}
