package io.duecast.streams.labelling;

import io.duecast.label.LabelledInvoice;
import io.duecast.wire.DeadLetter;

/** What the labelling has to say. */
sealed interface Told {

  /** An invoice has a label, or another one than before. */
  record Labelled(LabelledInvoice invoice) implements Told {}

  /** A record could not be read. */
  record Refused(DeadLetter letter) implements Told {}
}
