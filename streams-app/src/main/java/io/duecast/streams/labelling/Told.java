package io.duecast.streams.labelling;

import io.duecast.calendar.DayOpened;
import io.duecast.label.LabelledInvoice;
import io.duecast.streams.intake.Refusal;
import io.duecast.streams.ledger.InPartition;
import io.duecast.wire.DeadLetter;

/** What the labelling has to say. */
sealed interface Told {

  /** An invoice has a label, or another one than before. */
  record Labelled(LabelledInvoice invoice) implements Told {}

  /** All that a day has brought in one partition is told. */
  record DayDone(DayOpened day, int partition) implements Told, InPartition {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Told, Refusal {}
}
