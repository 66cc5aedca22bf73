package io.duecast.book.draft;

import io.duecast.book.csv.NumberStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts the attributes of a section: every column that is left over and may speak. */
final class AttributeDraft {
  private static final int MOST_CATEGORIES = 200;
  private static final int FEW_NUMBERS = 12;
  private static final Set<String> PERSONAL =
      Set.of("name", "email", "e mail", "mail", "phone", "telefon", "telefone", "address", "nome");

  private final DraftLines lines;
  private final @Nullable LeakGuard guard;
  private final Set<String> names = new HashSet<>();

  AttributeDraft(DraftLines lines, @Nullable LeakGuard guard) {
    this.lines = lines;
    this.guard = guard;
  }

  void write(List<Column> columns) {
    if (columns.stream().noneMatch(column -> whyNot(column) == null)) {
      columns.forEach(column -> lines.comment(1, "not used: " + shown(column)));
      return;
    }
    lines.line(1, "attributes:");
    for (Column column : columns) {
      String why = whyNot(column);
      if (why == null) {
        lines.line(2, name(column) + ": " + field(column));
      } else {
        lines.comment(2, "not used: " + shown(column));
      }
    }
  }

  private String shown(Column column) {
    return DraftLines.quoted(column.header()) + ": " + whyNot(column);
  }

  private @Nullable String whyNot(Column column) {
    String leak = guard == null ? null : guard.reason(column);
    if (leak != null) {
      return leak;
    }
    if (column.header().isEmpty()) {
      return "it has no name";
    }
    if (column.present() == 0 || column.distinct() == 1) {
      return "it has the same value in every row";
    }
    if (column.dates() != null) {
      return "a date is no attribute";
    }
    if (PERSONAL.contains(column.name().plain())) {
      return "it is personal";
    }
    boolean category = isCategory(column);
    if (category && (column.distinct() > MOST_CATEGORIES || column.isUnique())) {
      return "it has too many different values to be a category";
    }
    return null;
  }

  private static boolean isCategory(Column column) {
    boolean fewWholeNumbers =
        column.distinct() <= FEW_NUMBERS
            && column.values().stream().allMatch(value -> value.matches("\\d*"));
    return column.numbers() == null || column.isCode() || fewWholeNumbers;
  }

  private String name(Column column) {
    String name = column.name().asAttribute();
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static String field(Column column) {
    String source = "{column: " + DraftLines.quoted(column.header());
    NumberStyle numbers = column.numbers();
    if (isCategory(column) || numbers == null) {
      return source + ", type: category}";
    }
    return source + ", type: numeric" + DraftLines.numberFormat(numbers) + "}";
  }
}
