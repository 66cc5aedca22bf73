package io.duecast.book.draft;

import io.duecast.book.csv.NumberStyle;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a sample looks like.
 *
 * @param values row by row, trimmed; empty where there is none
 * @param dates null if it has no dates
 * @param numbers null if it has no numbers
 */
record Column(
    String header,
    ColumnName name,
    List<String> values,
    @Nullable DateGuess dates,
    @Nullable NumberStyle numbers) {
  static Column of(String header, List<String> values, DatePatterns patterns) {
    List<String> present = values.stream().filter(value -> !value.isEmpty()).toList();
    NumberStyle numbers = NumberGuess.of(present);
    DateGuess dates = DateGuess.of(present, patterns);
    boolean month = dates != null && dates.isMonth();
    return new Column(
        header, ColumnName.of(header), values, dates, dates == null || month ? numbers : null);
  }

  Column withDates(DateGuess other) {
    return new Column(header, name, values, other, numbers);
  }

  long present() {
    return values.stream().filter(value -> !value.isEmpty()).count();
  }

  boolean hasEmpty() {
    return present() < values.size();
  }

  int distinct() {
    return new HashSet<>(values).size();
  }

  /** Nearly every value stands once. */
  boolean isUnique() {
    return !values.isEmpty() && distinct() >= 0.98 * values.size();
  }

  /** Whole numbers with leading zeros or more digits than a calculation needs: these are names. */
  boolean isCode() {
    return values.stream().anyMatch(value -> value.matches("0\\d+|\\d{13,}"));
  }
}
