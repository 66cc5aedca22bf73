package io.duecast.dunning;

import io.duecast.receivable.CustomerUpdated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer is to get no reminders: master data may say so, and a person. It is stopped if
 * either does, and neither lifts what the other has said.
 *
 * @param byMasterData null if master data has never said
 * @param resumedOn the last day on which no stop was left; null for never
 */
public record Stops(@Nullable Stop byMasterData, Stop byPerson, @Nullable LocalDate resumedOn) {
  static final Stops NONE = new Stops(null, Stop.NONE, null);

  /**
   * Master data has come.
   *
   * @param stale whether it is older than what is known: then it only fills gaps
   */
  Stops after(CustomerUpdated update, boolean stale, LocalDate today) {
    Boolean blocked = update.dunningBlocked();
    return blocked == null || (stale && byMasterData != null)
        ? this
        : with(new Stop(blocked, update.dunningBlockedUntil()), byPerson, today);
  }

  /** A person has spoken. */
  Stops after(Stop said, LocalDate today) {
    return with(byMasterData, said, today);
  }

  private Stops with(@Nullable Stop byMasterData, Stop byPerson, LocalDate today) {
    Stops next = new Stops(byMasterData, byPerson, resumedOn);
    return isOn(today) && !next.isOn(today) ? new Stops(byMasterData, byPerson, today) : next;
  }

  boolean isOn(LocalDate day) {
    return byPerson.isOn(day) || (byMasterData != null && byMasterData.isOn(day));
  }

  boolean isForEver() {
    return byPerson.isForEver() || (byMasterData != null && byMasterData.isForEver());
  }

  /** The day from which reminders could go out again; null if there was no stop. */
  @Nullable LocalDate backOn() {
    return Later.of(resumedOn, endsOn());
  }

  /** The first day after the stops that end by themselves; null if there is none. */
  @Nullable LocalDate endsOn() {
    return Later.of(byPerson.endedOn(), byMasterData == null ? null : byMasterData.endedOn());
  }
}
