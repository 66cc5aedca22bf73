package io.duecast.receivable;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dispute about an invoice; open while {@code endedOn} is null. */
public record Dispute(DisputeId id, LocalDate openedOn, @Nullable LocalDate endedOn) {
  boolean isOpen() {
    return endedOn == null;
  }
}
