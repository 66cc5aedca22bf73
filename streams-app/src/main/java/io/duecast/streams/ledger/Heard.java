package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import io.duecast.streams.intake.Refusal;
import io.duecast.wire.DeadLetter;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What a record of an input topic turned out to be. */
sealed interface Heard {

  /** A fact, with the bytes it came in, should the ledger refuse it. */
  record FactHeard(Fact fact, @Nullable Bytes key, @Nullable Bytes value) implements Heard {}

  /** A day. */
  record DayHeard(DayOpened day) implements Heard {}

  /** A published indicator; {@code indicator.IndicatorFeed} is who remembers it. */
  record FigureHeard(EconomicIndicator figure) implements Heard {}

  /** Bad data. */
  record Refused(DeadLetter letter) implements Heard, Kept, Refusal {}
}
