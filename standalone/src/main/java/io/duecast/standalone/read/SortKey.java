package io.duecast.standalone.read;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line on its way to be sorted: numbers before text, then by the line itself.
 *
 * @param number null if the cell is none
 */
record SortKey<L>(@Nullable BigDecimal number, String text, L line) {
  private static final String NUMBER = "-?\\d{1,30}(\\.\\d{1,30})?([eE]-?\\d{1,3})?";

  static <L> SortKey<L> of(String cell, L line) {
    return new SortKey<>(cell.matches(NUMBER) ? new BigDecimal(cell) : null, cell, line);
  }

  static <L> Comparator<SortKey<L>> order() {
    Comparator<@Nullable BigDecimal> byNumber =
        Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder());
    return Comparator.comparing((SortKey<L> it) -> it.number, byNumber)
        .thenComparing(it -> it.text)
        .thenComparing(it -> it.line.toString());
  }
}
