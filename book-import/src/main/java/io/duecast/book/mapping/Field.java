package io.duecast.book.mapping;

import io.duecast.book.csv.NumberStyle;
import java.util.List;
import java.util.Map;

/**
 * How one value of a fact is found in a row.
 *
 * @param dates the date patterns to try, in this order
 * @param translated what a text in the file means, e.g. {@code X} → {@code PERSON}; the key {@code
 *     ""} says what an empty one means
 * @param optional true if a row without a value is accepted
 * @param path where it stands in the mapping
 * @param line the line there
 */
public record Field(
    Source source,
    List<String> dates,
    NumberStyle numbers,
    Map<String, String> translated,
    boolean optional,
    String path,
    int line) {
  public Field {
    dates = List.copyOf(dates);
    translated = Map.copyOf(translated);
  }
}
