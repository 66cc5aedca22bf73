package io.duecast.book.mapping;

import io.duecast.book.csv.DateStyle;
import io.duecast.book.csv.FileFormat;
import io.duecast.book.csv.NumberStyle;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code format}: how a file, or one column of it, is written. */
final class FormatParser {
  private static final List<String> KEYS =
      List.of("delimiter", "charset", "quote", "dates", "numbers", "locale", "missing");
  private static final List<String> NUMBER_KEYS = List.of("decimal", "thousands", "ignore");

  private final YamlReader yaml;

  FormatParser(YamlReader yaml) {
    this.yaml = yaml;
  }

  /** The format under this key, with what it does not say taken from another. */
  FileFormat parse(YamlNode.Keys parent, FileFormat otherwise) {
    YamlNode.Keys node = yaml.keys(parent, "format");
    if (node == null) {
      return otherwise;
    }
    yaml.onlyKnown(node, KEYS);
    String locale = yaml.text(node, "locale");
    Locale language = locale == null ? otherwise.locale() : Locale.forLanguageTag(locale);
    List<String> dates = yaml.texts(node, "dates");
    List<String> missing = yaml.texts(node, "missing");
    YamlNode.Keys numbers = yaml.keys(node, "numbers");
    return new FileFormat(
        delimiter(node, otherwise.delimiter()),
        charset(node, otherwise.charset()),
        quote(node, otherwise.quote()),
        dates == null
            ? otherwise.dates()
            : checkedDates(node.nodes().get("dates"), dates, language),
        numbers == null ? otherwise.numbers() : numbers(numbers, otherwise.numbers()),
        language,
        missing == null ? otherwise.missing() : new HashSet<>(missing));
  }

  /** Number formats of a file or of one field. */
  NumberStyle numbers(YamlNode.Keys node, NumberStyle otherwise) {
    yaml.onlyKnown(node, NUMBER_KEYS);
    Character decimal = character(node, "decimal", otherwise.decimal());
    Character thousands =
        node.nodes().containsKey("thousands")
            ? character(node, "thousands", null)
            : otherwise.thousands();
    if (decimal == null || decimal.equals(thousands)) {
      if (node.nodes().containsKey("thousands")) {
        yaml.mistakes()
            .add(node, "decimal and thousands are the same", "name two different characters");
      }
      thousands = null;
    }
    List<String> ignored = yaml.texts(node, "ignore");
    return new NumberStyle(
        decimal == null ? '.' : decimal,
        thousands,
        ignored == null ? otherwise.ignored() : ignored);
  }

  /** Date patterns, each tried; wrong ones are noted and left out. */
  List<String> checkedDates(@Nullable YamlNode node, List<String> patterns, Locale locale) {
    List<String> good = patterns.stream().filter(p -> isPattern(node, p, locale)).toList();
    return good.isEmpty() ? FileFormat.DEFAULT.dates() : good;
  }

  private boolean isPattern(@Nullable YamlNode node, String pattern, Locale locale) {
    try {
      new DateStyle(List.of(pattern), locale, ZoneOffset.UTC);
      return !pattern.isBlank();
    } catch (IllegalArgumentException e) {
      if (node != null) {
        yaml.mistakes()
            .add(
                node,
                "'%s' is no date pattern (%s)".formatted(pattern, e.getMessage()),
                "write e.g. yyyy-MM-dd, dd.MM.yyyy, M/d/yyyy, yyyy-MM or excel");
      }
      return false;
    }
  }

  private String delimiter(YamlNode.Keys node, String otherwise) {
    String text = yaml.text(node, "delimiter");
    if (text == null) {
      return otherwise;
    }
    if (text.equals("tab") || text.equals("\\t")) {
      return "\t";
    }
    if (text.isEmpty() || text.contains("\n") || text.equals("\"")) {
      yaml.mistakes().add(node, "no delimiter", "write e.g. \";\", \",\", \"|\" or tab");
      return otherwise;
    }
    return text;
  }

  private Charset charset(YamlNode.Keys node, Charset otherwise) {
    String text = yaml.text(node, "charset");
    try {
      return text == null ? otherwise : Charset.forName(text);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      yaml.mistake(
          node,
          "charset",
          "'" + text + "' is no character set",
          "write e.g. UTF-8, windows-1252 or ISO-8859-1");
      return otherwise;
    }
  }

  private @Nullable Character quote(YamlNode.Keys node, @Nullable Character otherwise) {
    return "none".equals(yaml.text(node, "quote")) ? null : character(node, "quote", otherwise);
  }

  private @Nullable Character character(
      YamlNode.Keys node, String key, @Nullable Character otherwise) {
    String text = yaml.text(node, key);
    if (text == null || text.length() == 1) {
      return text == null ? otherwise : Character.valueOf(text.charAt(0));
    }
    if (!text.isEmpty() && !text.equals("none")) {
      yaml.mistake(node, key, "'" + text + "' is not one character", "quote one");
    }
    return text.isEmpty() || text.equals("none") ? null : otherwise;
  }
}
