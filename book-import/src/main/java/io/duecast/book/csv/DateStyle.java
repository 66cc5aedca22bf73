package io.duecast.book.csv;

import static io.duecast.check.Check.require;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How dates are written: patterns tried in order, strictly, so that 31.02. is no date. A pattern
 * without a day means the first of the month. {@code excel} is a spreadsheet's day number. Not for
 * use by several threads.
 */
public final class DateStyle {
  /** The pattern name of a spreadsheet's day number. */
  public static final String EXCEL = "excel";

  private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int KEPT = 20_000;

  private final List<Optional<DateTimeFormatter>> formatters = new ArrayList<>();
  private final ZoneId zone;
  private final Map<String, Optional<LocalDate>> known = new HashMap<>();

  /**
   * @param zone the zone in which an instant with an offset becomes a day
   * @throws IllegalArgumentException if a pattern is none
   */
  public DateStyle(List<String> patterns, Locale locale, ZoneId zone) {
    require(!patterns.isEmpty(), "no date pattern");
    this.zone = zone;
    for (String pattern : patterns) {
      formatters.add(
          pattern.equals(EXCEL) ? Optional.empty() : Optional.of(formatter(pattern, locale)));
    }
  }

  /** The day; null if no pattern fits. */
  public @Nullable LocalDate parse(String text) {
    Optional<LocalDate> cached = known.get(text);
    if (cached == null) {
      cached = Optional.ofNullable(read(text));
      if (known.size() < KEPT) {
        known.put(text, cached);
      }
    }
    return cached.orElse(null);
  }

  /** The instant, if the text has a time of day; null if it has none or no pattern fits. */
  public @Nullable Instant parseInstant(String text) {
    for (Optional<DateTimeFormatter> formatter : formatters) {
      TemporalAccessor parsed = formatter.map(f -> parsed(f, text)).orElse(null);
      if (parsed != null && parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Instant.from(parsed);
      }
      if (parsed != null && parsed.query(TemporalQueries.localTime()) != null) {
        return LocalDateTime.from(parsed).atZone(zone).toInstant();
      }
    }
    return null;
  }

  private @Nullable LocalDate read(String text) {
    for (Optional<DateTimeFormatter> formatter : formatters) {
      LocalDate date =
          formatter.isPresent() ? dateOf(parsed(formatter.get(), text)) : excelDay(text);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable LocalDate dateOf(@Nullable TemporalAccessor parsed) {
    if (parsed == null) {
      return null;
    }
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return ZonedDateTime.ofInstant(Instant.from(parsed), zone).toLocalDate();
    }
    LocalDate date = parsed.query(TemporalQueries.localDate());
    if (date != null) {
      return date;
    }
    long month = parsed.getLong(ChronoField.MONTH_OF_YEAR);
    int year = Math.toIntExact(parsed.getLong(ChronoField.YEAR));
    return ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
        ? LocalDate.of(year, (int) month, 1)
        : null;
  }

  private static @Nullable TemporalAccessor parsed(DateTimeFormatter formatter, String text) {
    try {
      TemporalAccessor parsed = formatter.parse(text);
      boolean dated =
          parsed.query(TemporalQueries.localDate()) != null
              || (parsed.isSupported(ChronoField.YEAR)
                  && parsed.isSupported(ChronoField.MONTH_OF_YEAR));
      return dated || parsed.isSupported(ChronoField.INSTANT_SECONDS) ? parsed : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate excelDay(String text) {
    return text.matches("[1-9][0-9]{0,5}(\\.[0-9]+)?")
        ? EXCEL_ZERO.plusDays((long) Double.parseDouble(text))
        : null;
  }

  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(locale)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
