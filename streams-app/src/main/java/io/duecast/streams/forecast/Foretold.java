package io.duecast.streams.forecast;

import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;

/** What the look at the customers of one partition has to say. */
sealed interface Foretold {

  /** Weeks have begun there. */
  record Week(PartOfForecast part) implements Foretold {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Foretold, Refusal {}
}
