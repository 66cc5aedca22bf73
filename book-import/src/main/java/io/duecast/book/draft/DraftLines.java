package io.duecast.book.draft;

import io.duecast.book.csv.NumberStyle;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a draft. */
final class DraftLines {
  private final StringBuilder text = new StringBuilder();

  void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  void comment(int depth, String comment) {
    line(depth, "# " + comment.replaceAll("\\s+", " "));
  }

  String text() {
    return text.toString();
  }

  /** A text as YAML reads it back. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
  }

  static String list(List<String> values) {
    return values.stream().map(DraftLines::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** With a comma before it; empty for plain numbers. */
  static String numberFormat(NumberStyle numbers) {
    String ignored = numbers.ignored().isEmpty() ? "" : ", ignore: " + list(numbers.ignored());
    String thousands =
        numbers.thousands() == null
            ? ""
            : ", thousands: " + quoted(String.valueOf(numbers.thousands()));
    return ", format: {decimal: "
        + quoted(String.valueOf(numbers.decimal()))
        + thousands
        + ignored
        + "}";
  }
}
