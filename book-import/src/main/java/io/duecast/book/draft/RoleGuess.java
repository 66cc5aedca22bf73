package io.duecast.book.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which column of the invoices has which role: by name, and where that says nothing by content. */
final class RoleGuess {
  private static final int BY_NAME = 40;
  private static final double USUALLY = 0.9;

  private final List<Column> columns;
  private final DatePatterns patterns;
  private final Map<Role, Column> found = new EnumMap<>(Role.class);

  private RoleGuess(List<Column> columns, DatePatterns patterns) {
    this.columns = columns;
    this.patterns = patterns;
  }

  static Map<Role, Column> ofInvoices(List<Column> columns, DatePatterns patterns) {
    RoleGuess guess = new RoleGuess(columns, patterns);
    guess.byName();
    guess.datesByContent();
    guess.othersByContent();
    return guess.found;
  }

  private void byName() {
    for (Role role : List.of(Role.ISSUED, Role.DUE, Role.SETTLED)) {
      name(role, columns.stream().filter(RoleGuess::isDay).toList());
    }
    name(Role.CURRENCY, columns.stream().filter(c -> c.numbers() == null).toList());
    name(Role.AMOUNT, columns.stream().filter(c -> c.numbers() != null && !c.isCode()).toList());
    name(Role.INVOICE, columns.stream().filter(c -> !isDay(c) && c.isUnique()).toList());
    name(Role.CUSTOMER, columns.stream().filter(c -> !isDay(c) && c.distinct() > 1).toList());
  }

  /** The unused column whose name fits the role best, and no other role better. */
  private void name(Role role, List<Column> candidates) {
    Column best = null;
    for (Column column : candidates) {
      int fit = column.name().fits(role);
      boolean better = best == null || fit > best.name().fits(role);
      if (fit >= BY_NAME && better && isFree(column) && bestRole(column, fit)) {
        best = column;
      }
    }
    if (best != null) {
      found.put(role, best);
    }
  }

  private static boolean bestRole(Column column, int fit) {
    for (Role other : Role.values()) {
      boolean outcomeOfADate = other == Role.OUTCOME && isDay(column);
      if (!outcomeOfADate && column.name().fits(other) > fit) {
        return false;
      }
    }
    return true;
  }

  private void datesByContent() {
    List<Column> free = new ArrayList<>(columns.stream().filter(this::isFreeDay).toList());
    if (!found.containsKey(Role.SETTLED)) {
      free.stream()
          .filter(Column::hasEmpty)
          .findFirst()
          .ifPresent(column -> found.put(Role.SETTLED, column));
    }
    free.removeIf(column -> !isFree(column));
    for (Column first : free) {
      for (Column second : free) {
        if (!first.equals(second)
            && isFree(first)
            && isFree(second)
            && usuallyFirst(first, second)) {
          found.putIfAbsent(Role.ISSUED, first);
          found.putIfAbsent(Role.DUE, second);
        }
      }
    }
    for (Role role : List.of(Role.ISSUED, Role.DUE)) {
      columns.stream()
          .filter(this::isFreeDay)
          .filter(column -> !column.hasEmpty() && fitsBeside(role, column))
          .findFirst()
          .ifPresent(column -> found.putIfAbsent(role, column));
    }
  }

  private boolean fitsBeside(Role role, Column column) {
    Column other = found.get(role == Role.ISSUED ? Role.DUE : Role.ISSUED);
    return other == null
        || (role == Role.ISSUED ? usuallyFirst(column, other) : usuallyFirst(other, column));
  }

  private boolean usuallyFirst(Column first, Column second) {
    int compared = 0;
    int inOrder = 0;
    int rows = Math.min(first.values().size(), second.values().size());
    for (int i = 0; i < rows; i++) {
      LocalDate a = day(first, i);
      LocalDate b = day(second, i);
      if (a != null && b != null) {
        compared++;
        inOrder += a.isAfter(b) ? 0 : 1;
      }
    }
    return compared > 0 && inOrder >= USUALLY * compared && !first.values().equals(second.values());
  }

  private @Nullable LocalDate day(Column column, int row) {
    return Objects.requireNonNull(column.dates()).parse(column.values().get(row), patterns);
  }

  private void othersByContent() {
    if (!found.containsKey(Role.CUSTOMER)) {
      columns.stream()
          .filter(c -> isFree(c) && c.dates() == null && c.isCode() && !c.isUnique())
          .filter(c -> c.distinct() > 1)
          .findFirst()
          .ifPresent(c -> found.put(Role.CUSTOMER, c));
    }
    if (!found.containsKey(Role.AMOUNT)) {
      columns.stream()
          .filter(c -> isFree(c) && c.dates() == null && c.numbers() != null && !c.isCode())
          .filter(c -> c.name().fits(Role.OUTCOME) < BY_NAME)
          .filter(c -> c.values().stream().anyMatch(value -> value.matches(".*\\d[.,]\\d+\\D*")))
          .findFirst()
          .ifPresent(c -> found.put(Role.AMOUNT, c));
    }
  }

  private boolean isFree(Column column) {
    return !found.containsValue(column);
  }

  private boolean isFreeDay(Column column) {
    return isDay(column) && isFree(column);
  }

  private static boolean isDay(Column column) {
    DateGuess dates = column.dates();
    return dates != null && !dates.isMonth();
  }
}
