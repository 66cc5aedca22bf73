package io.duecast.book.draft;

import io.duecast.book.csv.DateStyle;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The date patterns that a draft tries. Not for use by several threads. */
final class DatePatterns {
  private static final List<String> KNOWN =
      List.of(
          "yyyy-MM-dd",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ssXXX",
          "yyyy/M/d",
          "yyyyMMdd",
          "d.M.yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "d.M.yy",
          "d/M/yy",
          "M/d/yy",
          "d-MMM-yyyy",
          "d MMM yyyy",
          "yyyy-MM",
          "M/yyyy");

  private final Map<String, DateStyle> styles = new LinkedHashMap<>();

  DatePatterns() {
    for (String pattern : KNOWN) {
      styles.put(pattern, new DateStyle(List.of(pattern), Locale.ENGLISH, ZoneOffset.UTC));
    }
  }

  Set<String> all() {
    return styles.keySet();
  }

  /** Null if the pattern does not read it, or reads a year that no book has. */
  @Nullable LocalDate parse(String pattern, String value) {
    DateStyle style = styles.get(pattern);
    LocalDate date = style == null ? null : style.parse(value);
    return date == null || date.getYear() < 1950 || date.getYear() > 2150 ? null : date;
  }

  boolean reads(String pattern, String value) {
    return parse(pattern, value) != null;
  }
}
