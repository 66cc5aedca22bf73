package io.duecast.simulator;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import java.time.Instant;

/** An event as it comes in. */
public sealed interface Arrival {
  /** When it comes in; in {@link Order#AS_RECORDED} when it was recorded. */
  Instant arrivesAt();

  /** The domain's event that it brings. */
  Object event();

  /**
   * A fact about a customer's account.
   *
   * @param repeated whether the very same fact was sent before
   */
  record OfFact(Instant arrivesAt, Fact event, boolean repeated) implements Arrival {}

  /** A figure about the economy. */
  record OfIndicator(Instant arrivesAt, EconomicIndicator event) implements Arrival {}

  /** A day begins; before all else that comes in on it. */
  record OfDay(Instant arrivesAt, DayOpened event) implements Arrival {}

  /** In which order events come. */
  enum Order {
    /** As the source system learned of them: nothing overtaken, nothing repeated. */
    AS_RECORDED,
    /** As the wire delivers them: late, overtaken, repeated. */
    AS_ARRIVING
  }
}
