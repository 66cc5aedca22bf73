package io.duecast.event;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;

/** The identity of an event: deterministic from the natural key where one exists. */
public record EventId(String value) {
  public EventId {
    accept(!value.isBlank(), RejectReason.CONTRACT_VIOLATION, "the event id is blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
