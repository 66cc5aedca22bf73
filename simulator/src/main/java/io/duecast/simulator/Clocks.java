package io.duecast.simulator;

import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.simulator.Dice.Purpose;
import java.time.Instant;

/**
 * Sets the three clocks of an event, and when a repeat of it comes, from a stream of chance of its
 * own, keyed by the event id: no event moves another.
 */
final class Clocks {
  private static final String SOURCE = "simulator";
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final World world;
  private final WireDirt dirt;

  Clocks(World world) {
    this.world = world;
    this.dirt = world.settings().dirt();
  }

  /**
   * Invoices are sent from 6 to 10 o'clock, and everything else happens after that; the latest is
   * keyed in before anybody amends it on the next day.
   */
  Stamped morning(String id, long day) {
    return stamp(id, day, 6 * HOUR, 10 * HOUR, 0, 20);
  }

  Stamped afternoon(String id, long day) {
    return stamp(id, day, 11 * HOUR, 18 * HOUR, 0, 72);
  }

  /** What must not be recorded out of turn: versions of one payment, amendments of one invoice. */
  Stamped inTurn(String id, long day, long turn) {
    long slot = 11 * HOUR + Math.floorMod(turn, 100) * 4L * MINUTE;
    return stamp(id, day, slot, slot + MINUTE, 0, 0);
  }

  /** Happened on a day, and known so many days later. */
  Stamped knownLater(String id, long day, long daysLater) {
    return stamp(id, day, 11 * HOUR, 18 * HOUR, daysLater, 0);
  }

  private Stamped stamp(String id, long day, long from, long to, long daysLater, long latestHours) {
    Dice dice = world.dice(Purpose.WIRE, id.hashCode(), day);
    long occurred = day * DAY + dice.whole(from, to - 1);
    boolean late = dice.chance(dirt.keyedInLate()) && latestHours > 0;
    long lag = dice.whole(late ? HOUR : 0, late ? latestHours * HOUR : 2 * MINUTE);
    long recorded = occurred + daysLater * DAY + lag;
    boolean delayed = dice.chance(dirt.delayed());
    long arrives = recorded + dice.whole(delayed ? HOUR : 50, delayed ? 48 * HOUR : 5_000);
    boolean repeated = dice.chance(dirt.repeated());
    long again = repeated ? arrives + dice.whole(1_000, 72 * HOUR) : 0;
    Envelope envelope =
        new Envelope(
            new EventId(id),
            Instant.ofEpochMilli(occurred),
            Instant.ofEpochMilli(recorded),
            Instant.ofEpochMilli(arrives),
            SOURCE,
            null,
            world.settings().replayed());
    return new Stamped(envelope, again);
  }

  /**
   * An envelope, and when its event comes again.
   *
   * @param repeatedAt milliseconds since 1970; 0 if it does not
   */
  record Stamped(Envelope envelope, long repeatedAt) {}
}
