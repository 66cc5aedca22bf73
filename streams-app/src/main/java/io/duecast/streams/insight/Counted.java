package io.duecast.streams.insight;

import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;

/** What the look at the accounts of one partition has to say. */
sealed interface Counted {

  /** A day is over there. */
  record Day(PartOfDay part) implements Counted {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Counted, Refusal {}
}
