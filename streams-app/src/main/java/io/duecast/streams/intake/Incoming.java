package io.duecast.streams.intake;

import io.duecast.wire.DeadLetter;

/** What a record of an input is to a flow. */
public sealed interface Incoming {

  /** Something that may be acted on. */
  record Value(Object value) implements Incoming {}

  /** It could not be read. */
  record Refused(DeadLetter letter) implements Incoming, Refusal {}
}
