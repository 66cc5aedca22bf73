package io.duecast.book.mapping;

import io.duecast.book.csv.FileFormat;
import io.duecast.book.csv.NumberStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one field: its column, constant or template, and how its text is to be understood. */
final class FieldParser {
  private static final List<String> SOURCES = List.of("column", "constant", "template");
  private static final List<String> KEYS =
      List.of("column", "constant", "template", "format", "map", "optional");

  private final YamlReader yaml;
  private final FormatParser formats;

  FieldParser(YamlReader yaml) {
    this.yaml = yaml;
    this.formats = new FormatParser(yaml);
  }

  /** The field; null, and a mistake, if it cannot be read. A bare text is a column's name. */
  @Nullable Field parse(YamlNode node, FileFormat format, List<String> extraKeys) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return field(new Source.Column(scalar.text()), format, Map.of(), false, node);
    }
    if (!(node instanceof YamlNode.Keys keys)) {
      yaml.mistakes().add(node, "a field is expected here", "write {column: NAME}");
      return null;
    }
    yaml.onlyKnown(keys, Stream.concat(KEYS.stream(), extraKeys.stream()).toList());
    Source source = source(keys);
    if (source == null) {
      return null;
    }
    FileFormat own = ownFormat(keys, format);
    return field(source, own, translations(keys), yaml.flag(keys, "optional", false), keys);
  }

  private static Field field(
      Source source,
      FileFormat format,
      Map<String, String> translated,
      boolean optional,
      YamlNode node) {
    return new Field(
        source, format.dates(), format.numbers(), translated, optional, node.path(), node.line());
  }

  private @Nullable Source source(YamlNode.Keys keys) {
    List<String> given = SOURCES.stream().filter(keys.nodes()::containsKey).toList();
    if (given.size() != 1) {
      yaml.mistakes()
          .add(
              keys,
              given.isEmpty() ? "no source of the value" : "more than one source: " + given,
              "give exactly one of column, constant, template");
      return null;
    }
    String text = Objects.requireNonNullElse(yaml.text(keys, given.getFirst()), "");
    return switch (given.getFirst()) {
      case "constant" -> new Source.Constant(text);
      case "template" -> template(keys, text);
      default -> column(keys, text);
    };
  }

  private @Nullable Source column(YamlNode.Keys keys, String text) {
    if (text.isBlank()) {
      yaml.mistakes().add(keys, "the column has no name", "name a column of the header");
      return null;
    }
    return new Source.Column(text.strip());
  }

  private @Nullable Source template(YamlNode.Keys keys, String text) {
    Source.Template template = Source.Template.of(text);
    if (template.columns().isEmpty()) {
      yaml.mistakes()
          .add(keys, "the template '%s' names no column".formatted(text), "write \"{A}-{B}\"");
      return null;
    }
    return template;
  }

  /** Date patterns as text or list, or a number format as keys. */
  private FileFormat ownFormat(YamlNode.Keys keys, FileFormat format) {
    YamlNode node = keys.nodes().get("format");
    if (node == null) {
      return format;
    }
    NumberStyle numbers = format.numbers();
    List<String> dates = format.dates();
    if (node instanceof YamlNode.Keys style) {
      numbers = formats.numbers(style, numbers);
    } else {
      dates = formats.checkedDates(node, yaml.texts(node), format.locale());
    }
    return new FileFormat(
        format.delimiter(),
        format.charset(),
        format.quote(),
        dates,
        numbers,
        format.locale(),
        format.missing());
  }

  private Map<String, String> translations(YamlNode.Keys keys) {
    YamlNode.Keys node = yaml.keys(keys, "map");
    Map<String, String> translated = new HashMap<>();
    if (node != null) {
      node.nodes()
          .forEach(
              (from, to) ->
                  translated.put(from, Objects.requireNonNullElse(yaml.text(node, from), "")));
    }
    return translated;
  }
}
