package io.duecast.book.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param charset used if the file does not begin with a byte order mark
 * @param quote null if quotes have no meaning
 * @param dates date patterns, tried in this order
 * @param locale the language of month names
 * @param missing what stands for no value besides an empty field
 */
public record FileFormat(
    String delimiter,
    Charset charset,
    @Nullable Character quote,
    List<String> dates,
    NumberStyle numbers,
    Locale locale,
    Set<String> missing) {
  /** Comma, UTF-8, ISO dates, decimal point. */
  public static final FileFormat DEFAULT =
      new FileFormat(
          ",",
          StandardCharsets.UTF_8,
          '"',
          List.of("yyyy-MM-dd"),
          NumberStyle.PLAIN,
          Locale.ENGLISH,
          Set.of());

  public FileFormat {
    dates = List.copyOf(dates);
    missing = Set.copyOf(missing);
  }
}
