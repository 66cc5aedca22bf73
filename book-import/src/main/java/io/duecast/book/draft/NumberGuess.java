package io.duecast.book.draft;

import io.duecast.book.csv.NumberStyle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The number format that a column's values seem to have. */
final class NumberGuess {
  private static final double SHARE_READ = 0.9;
  private static final int LONGEST_WORD = 4;

  private NumberGuess() {}

  /** Null if too few of the values are numbers. */
  static @Nullable NumberStyle of(List<String> values) {
    List<String> ignored = words(values);
    NumberStyle point = new NumberStyle('.', ',', ignored);
    NumberStyle comma = new NumberStyle(',', '.', ignored);
    long pointReads = values.stream().filter(value -> point.parse(value) != null).count();
    long commaReads = values.stream().filter(value -> comma.parse(value) != null).count();
    if (values.isEmpty() || Math.max(pointReads, commaReads) < SHARE_READ * values.size()) {
      return null;
    }
    if (pointReads == commaReads) {
      return pointsGroupThousands(values) ? comma : point;
    }
    return commaReads > pointReads ? comma : point;
  }

  /** A currency that stands in most values; what stands in few is no part of a number. */
  private static List<String> words(List<String> values) {
    List<String> found =
        values.stream()
            .map(value -> value.replaceAll("[0-9.,'’()+\\-\\s\u00a0\u202f]", ""))
            .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
            .toList();
    boolean usual = found.size() > values.size() / 2;
    return usual && Set.copyOf(found).size() == 1 ? List.of(found.getFirst()) : List.of();
  }

  /** Both fit, as in 1.234: three digits behind each point, and no zero before one. */
  private static boolean pointsGroupThousands(List<String> values) {
    return values.stream().anyMatch(value -> value.matches(".*[1-9]\\.\\d{3}\\D*"))
        && values.stream().noneMatch(value -> value.matches("\\D*0\\..*"));
  }
}
