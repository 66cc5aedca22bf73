package io.duecast.book.row;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.csv.DateStyle;
import io.duecast.book.csv.FileFormat;
import io.duecast.book.csv.NumberStyle;
import io.duecast.book.mapping.Field;
import io.duecast.book.mapping.Source;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field that knows where its columns stand in a file. */
final class BoundField {
  private final Source source;
  private final int[] columns;
  private final Map<String, String> translated;
  private final Set<String> missing;
  private final boolean optional;
  private final DateStyle dates;
  private final NumberStyle numbers;

  BoundField(Field field, List<String> header, FileFormat format, ZoneId zone) {
    this.source = field.source();
    this.columns = source.columns().stream().mapToInt(header::indexOf).toArray();
    this.translated = field.translated();
    this.missing = format.missing();
    this.optional = field.optional();
    this.dates = new DateStyle(field.dates(), format.locale(), zone);
    this.numbers = field.numbers();
  }

  /** The value as a text; null if there is none. */
  @Nullable String text(CsvRow row) {
    String raw = raw(row);
    if (!missing.isEmpty() && missing.contains(raw)) {
      raw = "";
    }
    if (!translated.isEmpty()) {
      raw = translated.getOrDefault(raw, raw);
    }
    return raw.isEmpty() ? null : raw;
  }

  /** The value as it stands in the file, without the blanks around it. */
  String raw(CsvRow row) {
    return switch (source) {
      case Source.Column column -> row.field(columns[0]).strip();
      case Source.Constant constant -> constant.text();
      case Source.Template template -> fill(template, row);
    };
  }

  private String fill(Source.Template template, CsvRow row) {
    StringBuilder text = new StringBuilder(template.texts().getFirst());
    boolean empty = true;
    for (int i = 0; i < columns.length; i++) {
      String value = row.field(columns[i]).strip();
      empty &= value.isEmpty();
      text.append(value).append(template.texts().get(i + 1));
    }
    return empty ? "" : text.toString();
  }

  boolean isTemplate() {
    return source instanceof Source.Template;
  }

  boolean optional() {
    return optional;
  }

  DateStyle dates() {
    return dates;
  }

  NumberStyle numbers() {
    return numbers;
  }

  /** The columns' names for a message. */
  String columnNames() {
    return String.join("+", source.columns());
  }
}
