package io.duecast.book.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that a column's dates seem to have: first the one that reads most values.
 *
 * @param rival another pattern that reads the same values as other days; null if none does
 */
record DateGuess(List<String> patterns, @Nullable String rival) {
  private static final double SHARE_READ = 0.9;
  private static final double SHARE_OF_A_PATTERN = 0.02;

  DateGuess {
    patterns = List.copyOf(patterns);
  }

  /** Null if too few of the values are dates. */
  static @Nullable DateGuess of(List<String> values, DatePatterns known) {
    List<String> left = new ArrayList<>(values);
    List<String> patterns = new ArrayList<>();
    String rival = null;
    String best = best(left, known);
    while (best != null) {
      String pattern = best;
      List<String> read = left.stream().filter(value -> known.reads(pattern, value)).toList();
      if (read.size() < SHARE_OF_A_PATTERN * values.size()) {
        break;
      }
      if (patterns.isEmpty()) {
        rival = rival(pattern, read, known);
      }
      patterns.add(pattern);
      left.removeAll(read);
      best = best(left, known);
    }
    boolean enough = values.size() - left.size() >= SHARE_READ * values.size();
    return patterns.isEmpty() || !enough ? null : new DateGuess(patterns, rival);
  }

  private static @Nullable String best(List<String> values, DatePatterns known) {
    String best = null;
    long most = 0;
    for (String pattern : known.all()) {
      long read = values.stream().filter(value -> known.reads(pattern, value)).count();
      if (read > most) {
        most = read;
        best = pattern;
      }
    }
    return best;
  }

  private static @Nullable String rival(String chosen, List<String> read, DatePatterns known) {
    for (String pattern : known.all()) {
      if (!pattern.equals(chosen) && read.stream().allMatch(v -> known.reads(pattern, v))) {
        return pattern;
      }
    }
    return null;
  }

  @Nullable LocalDate parse(String value, DatePatterns known) {
    for (String pattern : patterns) {
      LocalDate date = known.parse(pattern, value);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** Months without a day. */
  boolean isMonth() {
    return patterns.getFirst().equals("yyyy-MM") || patterns.getFirst().equals("M/yyyy");
  }

  /** This, settled by another column of the file that can be read in one way only. */
  DateGuess decidedBy(String certain) {
    return certain.equals(rival) || certain.equals(patterns.getFirst())
        ? new DateGuess(List.of(certain), null)
        : this;
  }
}
