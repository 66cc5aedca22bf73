package io.duecast.book.row;

import io.duecast.book.mapping.BookSettings;
import io.duecast.book.mapping.DeclaredAttribute;
import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.Section;
import io.duecast.book.mapping.SectionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A section whose fields know where their columns stand in a file. */
final class Binding {
  private final Section section;
  private final BookSettings book;
  private final LocalDate horizon;
  private final int width;
  private final Map<FieldName, BoundField> fields = new EnumMap<>(FieldName.class);
  private final List<BoundAttribute> attributes = new ArrayList<>();

  /** An attribute that knows where its column stands. */
  record BoundAttribute(String name, DeclaredAttribute.Type type, BoundField field) {}

  /** What an invoice's row gets only when it is settled. */
  private static final Set<FieldName> LATER =
      EnumSet.of(FieldName.SETTLED_ON, FieldName.SETTLED_AMOUNT, FieldName.SETTLED_RECORDED_AT);

  private final List<BoundField> firstKnown = new ArrayList<>();

  /**
   * @param horizon the last day that the extract can tell of
   */
  Binding(Section section, List<String> header, BookSettings book, LocalDate horizon) {
    this.section = section;
    this.book = book;
    this.horizon = horizon;
    this.width = header.size();
    section
        .fields()
        .forEach(
            (name, field) ->
                fields.put(name, new BoundField(field, header, section.format(), book.zone())));
    fields.forEach(
        (name, field) -> {
          if (!LATER.contains(name) || section.kind() == SectionKind.PAYMENTS) {
            firstKnown.add(field);
          }
        });
    for (DeclaredAttribute attribute : section.attributes()) {
      attributes.add(
          new BoundAttribute(
              attribute.name(),
              attribute.type(),
              new BoundField(attribute.field(), header, section.format(), book.zone())));
    }
  }

  Section section() {
    return section;
  }

  BookSettings book() {
    return book;
  }

  LocalDate horizon() {
    return horizon;
  }

  int width() {
    return width;
  }

  @Nullable BoundField field(FieldName name) {
    return fields.get(name);
  }

  /** The fields that no later extract changes. */
  List<BoundField> firstKnown() {
    return firstKnown;
  }

  List<BoundAttribute> attributes() {
    return attributes;
  }

  /** The columns of a field for a message; its key if it has none. */
  String columnNames(FieldName name) {
    BoundField field = fields.get(name);
    return field == null || field.columnNames().isEmpty() ? name.key() : field.columnNames();
  }
}
