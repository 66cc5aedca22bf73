package io.duecast.streams.intake;

import io.duecast.wire.DeadLetter;
import org.apache.kafka.streams.KeyValue;

/** What a flow says of a record that it could not take. */
public interface Refusal {
  DeadLetter letter();

  /** As it goes to the dead letters; what is told is a refusal. */
  static KeyValue<String, DeadLetter> addressed(String key, Object told) {
    DeadLetter letter = ((Refusal) told).letter();
    return KeyValue.pair(letter.id(), letter);
  }
}
