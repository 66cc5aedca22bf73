package io.duecast.book.draft;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that tell how an invoice ended. A model that learns from them knows the answer, and
 * is worth nothing at the moment of issue, when they are still empty.
 */
final class LeakGuard {
  private static final int SOUNDS_LIKE = 40;
  private static final double NEARLY_ALWAYS = 0.95;
  private static final int FEW_VALUES = 6;

  private final Map<Role, Column> roles;
  private final DatePatterns patterns;

  LeakGuard(Map<Role, Column> roles, DatePatterns patterns) {
    this.roles = roles;
    this.patterns = patterns;
  }

  /** Why a column looks like an outcome; null if it does not. */
  @Nullable String reason(Column column) {
    if (column.name().fits(Role.OUTCOME) >= SOUNDS_LIKE) {
      return "its name is that of an outcome, known only after issue";
    }
    Column settled = roles.get(Role.SETTLED);
    if (settled == null) {
      return null;
    }
    if (countsDays(column, settled, roles.get(Role.DUE))
        || countsDays(column, settled, roles.get(Role.ISSUED))) {
      return "it counts the days to the settlement";
    }
    if (settled.hasEmpty() && isFilledWith(settled, column)) {
      return "it is empty exactly where the invoice is open";
    }
    if (settled.hasEmpty() && separates(settled, column)) {
      return "its value says whether the invoice is open";
    }
    return null;
  }

  /** Days from the other date to the settlement; where that is below zero, zero will do. */
  private boolean countsDays(Column column, Column settled, @Nullable Column from) {
    if (from == null || column.numbers() == null) {
      return false;
    }
    int compared = 0;
    int equal = 0;
    for (int i = 0; i < column.values().size(); i++) {
      LocalDate end = day(settled, i);
      LocalDate start = day(from, i);
      var number = column.numbers().parse(column.values().get(i));
      if (end != null && start != null && number != null) {
        long days = ChronoUnit.DAYS.between(start, end);
        compared++;
        boolean same = number.longValue() == days || number.longValue() == Math.max(0, days);
        equal += same ? 1 : 0;
      }
    }
    return compared > 0 && column.distinct() > 1 && equal >= NEARLY_ALWAYS * compared;
  }

  private @Nullable LocalDate day(Column column, int row) {
    DateGuess dates = column.dates();
    return dates == null ? null : dates.parse(column.values().get(row), patterns);
  }

  private static boolean isFilledWith(Column settled, Column column) {
    for (int i = 0; i < column.values().size(); i++) {
      if (column.values().get(i).isEmpty() != settled.values().get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean separates(Column settled, Column column) {
    if (column.distinct() < 2 || column.distinct() > FEW_VALUES) {
      return false;
    }
    Map<String, Boolean> open = new HashMap<>();
    for (int i = 0; i < column.values().size(); i++) {
      boolean isOpen = settled.values().get(i).isEmpty();
      Boolean before = open.putIfAbsent(column.values().get(i), isOpen);
      if (before != null && before != isOpen) {
        return false;
      }
    }
    return true;
  }
}
