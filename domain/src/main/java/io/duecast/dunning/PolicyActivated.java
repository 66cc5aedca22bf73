package io.duecast.dunning;

import java.time.Instant;

/**
 * A policy is in force from a moment on.
 *
 * @param policy all of it: what was decided is not looked up elsewhere
 * @param by who decided
 * @param why in plain words
 */
public record PolicyActivated(
    DunningPolicy policy, Instant effectiveFrom, String by, String why, Instant recordedAt) {
  /** The same for every copy of the event. */
  public String activationId() {
    return policy.name() + ":" + policy.version() + "@" + effectiveFrom;
  }
}
