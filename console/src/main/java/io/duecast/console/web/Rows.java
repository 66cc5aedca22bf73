package io.duecast.console.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param rows by name of column, in their order
 * @param next where the next part begins; null if this was the last
 */
record Rows(List<Map<String, @Nullable Object>> rows, @Nullable String next) {
  Rows {
    rows = List.copyOf(rows);
  }
}
