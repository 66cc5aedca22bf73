package io.duecast.event;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event from outside carries.
 *
 * @param eventId the same for every copy of the event
 * @param occurredAt when it happened in the world
 * @param recordedAt when the source system learned it; the Kafka record's timestamp
 * @param ingestedAt when Duecast received it
 * @param source the system or the file it came from
 * @param sourceRow the line in that file, 1 = the first after the header; null if it is no file
 * @param replayed true if it is history: it builds state and trains, but never sends a reminder
 */
public record Envelope(
    EventId eventId,
    Instant occurredAt,
    Instant recordedAt,
    Instant ingestedAt,
    String source,
    @Nullable Long sourceRow,
    boolean replayed) {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  public Envelope {
    checkPlausible("occurred", eventId, occurredAt);
    checkPlausible("recorded", eventId, recordedAt);
  }

  private static void checkPlausible(String what, EventId id, Instant at) {
    accept(
        !at.isBefore(FIRST) && at.isBefore(LAST),
        RejectReason.IMPOSSIBLE_DATE,
        "event %s: %s at %s",
        id,
        what,
        at);
  }
}
