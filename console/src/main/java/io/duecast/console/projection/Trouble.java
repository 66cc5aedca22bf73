package io.duecast.console.projection;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells trouble of the database from a mistake of ours. */
final class Trouble {
  /** Connection, resources, operator, and what another transaction did. */
  private static final Set<String> OF_THE_WORLD = Set.of("08", "53", "57", "58", "40", "55");

  private Trouble() {}

  static boolean isOfTheWorld(Throwable failure) {
    for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof SQLException sql && isTransient(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransient(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || (state != null && state.length() == 5 && OF_THE_WORLD.contains(state.substring(0, 2)));
  }
}
