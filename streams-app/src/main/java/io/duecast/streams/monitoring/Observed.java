package io.duecast.streams.monitoring;

import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;

/** What the look at the invoices of one partition has to say. */
sealed interface Observed {

  /** A day is over there, or nothing has happened before it. */
  record Day(DayTally tally) implements Observed {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Observed, Refusal {}
}
