package io.duecast.book.mapping;

import io.duecast.book.csv.FileFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a whole mapping and collects its mistakes. */
final class MappingParser {
  private static final List<String> BOOK_KEYS = List.of("name", "zone", "currency", "asOf");

  private final Mistakes mistakes = new Mistakes();
  private final YamlReader yaml = new YamlReader(mistakes);

  static Mapping parse(String name, String text) {
    return new MappingParser().read(name, text);
  }

  private Mapping read(String name, String text) {
    YamlNode.Keys root = YamlTree.parse(text, mistakes);
    mistakes.throwIfAny(name);
    yaml.onlyKnown(root, rootKeys());
    checkVersion(root);
    BookSettings book = book(root);
    FileFormat format = new FormatParser(yaml).parse(root, FileFormat.DEFAULT);
    Map<SectionKind, Section> sections = new EnumMap<>(SectionKind.class);
    for (SectionKind kind : SectionKind.values()) {
      YamlNode.Keys node = yaml.keys(root, kind.key());
      if (node != null) {
        sections.put(kind, new SectionParser(yaml).parse(kind, node, format));
      }
    }
    if (!root.nodes().containsKey(SectionKind.INVOICES.key())) {
      mistakes.add("invoices", 0, "the section is missing", "say where the invoices' columns are");
    }
    mistakes.throwIfAny(name);
    return new Mapping(book, sections);
  }

  private static List<String> rootKeys() {
    List<String> keys = new ArrayList<>(List.of("version", "book", "format"));
    for (SectionKind kind : SectionKind.values()) {
      keys.add(kind.key());
    }
    return keys;
  }

  private void checkVersion(YamlNode.Keys root) {
    String version = yaml.text(root, "version");
    if (version == null) {
      mistakes.add("version", 1, "it is missing", "begin with 'version: " + Mapping.VERSION + "'");
    } else if (!version.equals(String.valueOf(Mapping.VERSION))) {
      yaml.mistake(
          root,
          "version",
          "version " + version + " cannot be read",
          "this program reads version " + Mapping.VERSION);
    }
  }

  private BookSettings book(YamlNode.Keys root) {
    YamlNode.Keys node = yaml.keys(root, "book");
    if (node == null) {
      mistakes.add("book", 0, "the section is missing", "give the book a name and a currency");
      node = new YamlNode.Keys("book", 0, Map.of());
    } else {
      yaml.onlyKnown(node, BOOK_KEYS);
      if (yaml.text(node, "name") == null) {
        mistakes.add(node, "the book has no name", "add 'name: my-book'");
      }
      if (yaml.text(node, "currency") == null) {
        mistakes.add(node, "the book has no currency", "add e.g. 'currency: EUR'");
      }
    }
    String name = yaml.text(node, "name");
    return new BookSettings(name == null ? "" : name, zone(node), currency(node), asOf(node));
  }

  private ZoneId zone(YamlNode.Keys node) {
    String text = yaml.text(node, "zone");
    try {
      return text == null ? ZoneOffset.UTC : ZoneId.of(text);
    } catch (DateTimeException e) {
      String advice = Nearest.advice(text == null ? "" : text, List.of("UTC", "Europe/Berlin"));
      yaml.mistake(
          node,
          "zone",
          "'" + text + "' is no time zone",
          advice.startsWith("did") ? advice : "write e.g. UTC or America/Sao_Paulo");
      return ZoneOffset.UTC;
    }
  }

  private Currency currency(YamlNode.Keys node) {
    String text = yaml.text(node, "currency");
    try {
      return Currency.getInstance(text == null ? "XXX" : text);
    } catch (IllegalArgumentException e) {
      yaml.mistake(
          node, "currency", "'" + text + "' is no ISO 4217 currency", "write e.g. EUR, USD or BRL");
      return Currency.getInstance("XXX");
    }
  }

  private @Nullable LocalDate asOf(YamlNode.Keys node) {
    String text = yaml.text(node, "asOf");
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      yaml.mistake(node, "asOf", "'" + text + "' is no date", "write yyyy-MM-dd");
      return null;
    }
  }
}
