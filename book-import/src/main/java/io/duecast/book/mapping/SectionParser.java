package io.duecast.book.mapping;

import io.duecast.book.csv.FileFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads one section: a file's format, fields and attributes. */
final class SectionParser {
  private static final List<String> SETTINGS =
      List.of("file", "format", "duplicates", "attributes");

  private final YamlReader yaml;
  private final FieldParser fields;

  SectionParser(YamlReader yaml) {
    this.yaml = yaml;
    this.fields = new FieldParser(yaml);
  }

  Section parse(SectionKind kind, YamlNode.Keys node, FileFormat defaults) {
    List<String> settings =
        kind == SectionKind.INVOICES
            ? Stream.concat(SETTINGS.stream(), Stream.of("combined")).toList()
            : SETTINGS;
    List<String> names = FieldName.of(kind).stream().map(FieldName::key).toList();
    yaml.onlyKnown(node, Stream.concat(settings.stream(), names.stream()).toList());

    FileFormat format = new FormatParser(yaml).parse(node, defaults);
    Map<FieldName, Field> found = new EnumMap<>(FieldName.class);
    for (FieldName name : FieldName.of(kind)) {
      YamlNode field = node.nodes().get(name.key());
      Field parsed = field == null ? null : fields.parse(field, format, List.of());
      if (parsed != null) {
        found.put(name, parsed);
      }
    }
    Section section =
        new Section(
            kind,
            yaml.text(node, "file"),
            format,
            yaml.flag(node, "combined", false),
            keepsDuplicates(node),
            found,
            attributes(node, format),
            node.line());
    new SectionRules(yaml.mistakes()).check(section, node);
    return section;
  }

  private boolean keepsDuplicates(YamlNode.Keys node) {
    String text = yaml.text(node, "duplicates");
    if (text == null || text.equals("drop") || text.equals("keep")) {
      return "keep".equals(text);
    }
    yaml.mistake(
        node, "duplicates", "'" + text + "' is no rule for duplicates", "write drop or keep");
    return false;
  }

  private List<DeclaredAttribute> attributes(YamlNode.Keys section, FileFormat format) {
    List<DeclaredAttribute> attributes = new ArrayList<>();
    YamlNode.Keys node = yaml.keys(section, "attributes");
    if (node == null) {
      return attributes;
    }
    node.nodes()
        .forEach(
            (name, value) -> {
              Field field = fields.parse(value, format, List.of("type"));
              if (field != null) {
                attributes.add(new DeclaredAttribute(name, type(value), field));
              }
            });
    return attributes;
  }

  private DeclaredAttribute.Type type(YamlNode node) {
    String text = node instanceof YamlNode.Keys keys ? yaml.text(keys, "type") : null;
    for (DeclaredAttribute.Type type : DeclaredAttribute.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return type;
      }
    }
    yaml.mistakes()
        .add(
            node,
            text == null ? "the attribute has no type" : "'" + text + "' is no type",
            "write type: numeric or type: category");
    return DeclaredAttribute.Type.CATEGORY;
  }
}
