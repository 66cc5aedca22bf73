package io.duecast.streams.intake;

import io.duecast.check.Rejection;
import io.duecast.wire.DeadLetter;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes the letter of a record that was refused in a flow. */
public final class DeadLetters {
  private DeadLetters() {}

  /** The time of the refusal is the record's own, so that a replay writes the same letter. */
  public static DeadLetter letter(
      RecordMetadata place,
      Headers headers,
      long timestamp,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Rejection rejection) {
    Instant at = Instant.ofEpochMilli(Math.max(0, timestamp));
    return DeadLetter.of(
        new DeadLetter.Origin(place.topic(), place.partition(), place.offset(), at),
        key,
        value,
        headers,
        rejection,
        at);
  }
}
