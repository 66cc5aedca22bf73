package io.duecast.dunning;

import io.duecast.receivable.Change;
import io.duecast.receivable.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an open invoice from being reminded.
 *
 * @param promisedOn the last day of the latest promise, kept should it be broken; null for none
 * @param resumedOn the last day on which a pause ended: a dispute, a hold, a stop that was lifted,
 *     a promise that was kept, or that it was closed; null for never
 */
public record Pauses(
    boolean disputed,
    boolean onHold,
    @Nullable LocalDate promisedOn,
    Stop stop,
    @Nullable LocalDate resumedOn) {
  static final Pauses NONE = new Pauses(false, false, null, Stop.NONE, null);

  /**
   * Something became of the invoice.
   *
   * @param wasClosed whether it was closed before
   */
  Pauses after(Change change, Standing now, boolean wasClosed, LocalDate today) {
    boolean kept = promisedOn != null && change instanceof Change.PromiseKept;
    boolean paused = disputed || onHold || wasClosed || kept;
    boolean pauses = now.disputed() || now.onHold() || !now.isOpen();
    return new Pauses(
        now.disputed(),
        now.onHold(),
        promised(change, now),
        stop,
        paused && !pauses ? today : resumedOn);
  }

  /** A broken promise still pauses until the promised day has ended where the customer is. */
  private @Nullable LocalDate promised(Change change, Standing now) {
    if (now.promisedOn() != null) {
      return now.promisedOn();
    }
    boolean over = change instanceof Change.PromiseKept || !now.isOpen();
    return over ? null : promisedOn;
  }

  /** A stop that is lifted ends on a day; one with an end ends by itself. */
  Pauses stopped(Stop other, LocalDate today) {
    boolean lifted = stop.isOn(today) && !other.active();
    return new Pauses(disputed, onHold, promisedOn, other, lifted ? today : resumedOn);
  }

  /** Why it is not to be reminded on a day; null if it is. */
  @Nullable ReminderReason objection(LocalDate on) {
    if (disputed) {
      return ReminderReason.DISPUTED;
    }
    if (onHold) {
      return ReminderReason.ON_HOLD;
    }
    if (promisedOn != null && !on.isAfter(promisedOn)) {
      return ReminderReason.PROMISED;
    }
    return stop.isOn(on) ? ReminderReason.STOPPED : null;
  }

  /** Whether only an event can end one of them. */
  boolean waitForAnEvent() {
    return disputed || onHold || stop.isForEver();
  }

  /** The day from which it could be reminded again after a pause; null if there was none. */
  @Nullable LocalDate backOn() {
    return Later.of(resumedOn, endOn());
  }

  /** The first day after a pause that ends by itself; null if there is none. */
  @Nullable LocalDate endOn() {
    return Later.of(promisedOn == null ? null : promisedOn.plusDays(1), stop.endedOn());
  }
}
