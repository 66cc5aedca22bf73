package io.duecast.streams.dunning;

import io.duecast.dunning.Reminder;
import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;

/** What dunning has to say. */
sealed interface Word {

  /** A reminder is to be sent, or no longer. */
  record Said(Reminder reminder) implements Word {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Word, Refusal {}
}
