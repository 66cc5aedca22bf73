package io.duecast.streams.segment;

import io.duecast.segment.SegmentFinding;
import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;

/** What the look at the accounts of one partition has to say. */
sealed interface Word {

  /** Something was found out. */
  record Said(SegmentFinding finding) implements Word {}

  /** A week is over there. */
  record Told(PartOfWeek part) implements Word {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Word, Refusal {}
}
