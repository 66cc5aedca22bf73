package io.duecast.console.access;

import io.javalin.security.RouteRole;

/** What somebody may do: each role may do what those before it may. */
public enum Role implements RouteRole {
  /** Reads what there is. */
  VIEWER,
  /** Records contacts, promises, disputes and verdicts. */
  COLLECTOR,
  /** Sees how the verdicts of each collector turned out. */
  CONTROLLER,
  /** Sees the records that were refused, and puts facts of any kind on the log. */
  ADMIN;

  /** Whether whoever has this role may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }
}
