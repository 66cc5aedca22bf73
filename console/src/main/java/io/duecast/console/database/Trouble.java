package io.duecast.console.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What is at fault if a statement fails: the world, a value, or we. */
public final class Trouble {
  /** Connection, resources, operator, and what another transaction did. */
  private static final Set<String> OF_THE_WORLD = Set.of("08", "53", "57", "58", "40", "55");

  /** A server that has become a copy of another, and one that gave up on an idle transaction. */
  private static final Set<String> OF_THE_WORLD_TOO = Set.of("25006", "25P03");

  /** Values that no column of the kind holds, and those beyond a limit of the program. */
  private static final Set<String> OF_A_VALUE = Set.of("22", "54");

  private static final String CANCELLED = "57014";
  private static final int LONGEST_REASON = 500;

  private Trouble() {}

  /** Whether the same may well succeed later. */
  public static boolean isOfTheWorld(Throwable failure) {
    for (@Nullable Throwable it = failure; it != null; it = next(it)) {
      boolean isState = it instanceof SQLException sql && isOneOf(OF_THE_WORLD_TOO, sql);
      if (it instanceof SQLTransientException || isState || isOf(OF_THE_WORLD, it)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it will never succeed with these values, and does with others. */
  public static boolean isOfAValue(Throwable failure) {
    for (@Nullable Throwable it = failure; it != null; it = next(it)) {
      if (isOf(OF_A_VALUE, it)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it took longer than it may. */
  public static boolean isOutOfTime(Throwable failure) {
    for (@Nullable Throwable it = failure; it != null; it = next(it)) {
      if (it instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** In the database's words, after its number for it. */
  public static String reason(Throwable failure) {
    String reason = String.valueOf(failure.getMessage());
    for (@Nullable Throwable it = failure; it != null; it = next(it)) {
      @Nullable ServerErrorMessage told =
          it instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
      if (told != null) {
        reason = told.getSQLState() + ": " + told.getMessage();
      }
    }
    return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
  }

  /** The failure of a batch tells of that of its statement by the way. */
  private static @Nullable Throwable next(Throwable it) {
    return it.getCause() == null && it instanceof SQLException sql
        ? sql.getNextException()
        : it.getCause();
  }

  private static boolean isOf(Set<String> classes, Throwable failure) {
    String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
    return state != null && state.length() == 5 && classes.contains(state.substring(0, 2));
  }

  private static boolean isOneOf(Set<String> states, SQLException failure) {
    return failure.getSQLState() != null && states.contains(failure.getSQLState());
  }
}
