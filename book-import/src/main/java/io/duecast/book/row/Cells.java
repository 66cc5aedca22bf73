package io.duecast.book.row;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.Attributes;
import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.DeclaredAttribute;
import io.duecast.book.mapping.FieldName;
import io.duecast.book.quality.Breach;
import io.duecast.book.quality.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one row, read by field; what is odd and can be left out is noted. */
final class Cells {
  private final Binding binding;
  private final CsvRow row;
  private final List<Breach> notes = new ArrayList<>(2);

  /**
   * @throws RowRejectedException if the row is not as wide as the header
   */
  Cells(Binding binding, CsvRow row) {
    this.binding = binding;
    this.row = row;
    if (row.size() < binding.width()) {
      throw new RowRejectedException(Rule.ROW_TOO_SHORT, "", String.join("|", row.fields()));
    }
    for (int i = 0; i < row.size(); i++) {
      if (i >= binding.width() && !row.field(i).isBlank()) {
        throw new RowRejectedException(Rule.ROW_TOO_LONG, "", String.join("|", row.fields()));
      }
      if (row.field(i).indexOf('\ufffd') >= 0) {
        notes.add(new Breach(Rule.CHARACTER_UNREADABLE, "column " + (i + 1), row.field(i)));
      }
    }
  }

  CsvRow row() {
    return row;
  }

  Binding binding() {
    return binding;
  }

  List<Breach> notes() {
    return List.copyOf(notes);
  }

  void note(Rule rule, FieldName name) {
    notes.add(new Breach(rule, binding.columnNames(name), raw(name)));
  }

  RowRejectedException rejected(Rule rule, FieldName name) {
    return new RowRejectedException(rule, binding.columnNames(name), raw(name));
  }

  /** As it stands in the file; empty if the field is not mapped. */
  String raw(FieldName name) {
    BoundField field = binding.field(name);
    return field == null ? "" : field.raw(row);
  }

  @Nullable String text(FieldName name) {
    BoundField field = binding.field(name);
    return field == null ? null : field.text(row);
  }

  /** A text that must be there. */
  String needed(FieldName name, Rule otherwise) {
    String text = text(name);
    if (text == null) {
      throw rejected(otherwise, name);
    }
    return text;
  }

  /** A date; null if there is none; rejected if it cannot be read. */
  @Nullable LocalDate date(FieldName name) {
    BoundField field = binding.field(name);
    String text = text(name);
    if (field == null || text == null) {
      return null;
    }
    LocalDate date = field.dates().parse(text);
    if (date == null) {
      throw rejected(Rule.DATE_UNREADABLE, name);
    }
    return date;
  }

  LocalDate neededDate(FieldName name) {
    LocalDate date = date(name);
    if (date == null) {
      throw rejected(Rule.DATE_MISSING, name);
    }
    return date;
  }

  /** A date that the row can do without: noted and left out if it cannot be read. */
  @Nullable LocalDate lenientDate(FieldName name) {
    BoundField field = binding.field(name);
    String text = text(name);
    LocalDate date = field == null || text == null ? null : field.dates().parse(text);
    if (date == null && text != null) {
      note(Rule.DATE_UNREADABLE, name);
    }
    return date;
  }

  /** The instant, or the time of day that a date without a time stands for. */
  @Nullable Instant instant(FieldName name, Timetable.Moment moment) {
    BoundField field = binding.field(name);
    String text = text(name);
    if (field == null || text == null) {
      return null;
    }
    Instant instant = field.dates().parseInstant(text);
    return instant != null
        ? instant
        : new Timetable(binding.book().zone()).at(neededDate(name), moment);
  }

  /** A number; null if there is none; rejected under a rule if it cannot be read. */
  @Nullable BigDecimal number(FieldName name, Rule unreadable) {
    BoundField field = binding.field(name);
    String text = text(name);
    if (field == null || text == null) {
      return null;
    }
    BigDecimal number = field.numbers().parse(text);
    if (number == null) {
      throw rejected(unreadable, name);
    }
    return number;
  }

  /** A number that the row can do without: noted and left out if it cannot be read. */
  @Nullable BigDecimal lenientNumber(FieldName name) {
    BoundField field = binding.field(name);
    String text = text(name);
    BigDecimal number = field == null || text == null ? null : field.numbers().parse(text);
    if (number == null && text != null) {
      note(Rule.NUMBER_UNREADABLE, name);
    }
    return number;
  }

  /** One of an enum's names; null if there is none; noted and left out if it is none of them. */
  <E extends Enum<E>> @Nullable E choice(FieldName name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    note(Rule.VALUE_UNKNOWN, name);
    return null;
  }

  @Nullable Boolean flag(FieldName name) {
    String text = text(name);
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    note(Rule.VALUE_UNKNOWN, name);
    return null;
  }

  Attributes attributes() {
    if (binding.attributes().isEmpty()) {
      return Attributes.NONE;
    }
    Map<String, AttributeValue> values = new HashMap<>();
    for (Binding.BoundAttribute attribute : binding.attributes()) {
      String text = attribute.field().text(row);
      AttributeValue value = text == null ? null : attribute(attribute, text);
      if (value != null) {
        values.put(attribute.name(), value);
      }
    }
    return new Attributes(values);
  }

  private @Nullable AttributeValue attribute(Binding.BoundAttribute attribute, String text) {
    if (attribute.type() == DeclaredAttribute.Type.CATEGORY) {
      return new AttributeValue.Category(text);
    }
    BigDecimal number = attribute.field().numbers().parse(text);
    if (number == null) {
      notes.add(new Breach(Rule.ATTRIBUTE_UNREADABLE, attribute.field().columnNames(), text));
      return null;
    }
    return new AttributeValue.Numeric(number.doubleValue());
  }
}
