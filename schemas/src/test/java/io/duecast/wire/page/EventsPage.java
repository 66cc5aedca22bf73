package io.duecast.wire.page;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.duecast.check.RejectReason;
import io.duecast.wire.Schemas;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The generated part of docs/events.md: topics, records, reasons, as the code has them. */
final class EventsPage {
  static final String BEGIN = "<!-- generated from the schemas: do not edit below -->\n";

  private final StringBuilder page = new StringBuilder(BEGIN);

  static String render() {
    EventsPage events = new EventsPage();
    events.topics();
    events.records();
    events.choices();
    events.reasons();
    return events.page.toString();
  }

  private void topics() {
    line("\n## Topics\n");
    line("| Topic | Records | Key | Partitions | Settings |");
    line("|---|---|---|---|---|");
    for (Topic<?> topic : Topics.all()) {
      line(
          "| `%s` | %s | %s | %s | %s |",
          topic.name(),
          topic.types().stream()
              .map(t -> link(t.getSimpleName()))
              .collect(Collectors.joining(", ")),
          topic.key().meaning(),
          topic.spread() == Topic.Spread.ONE ? "1" : "by customer",
          new TreeMap<>(topic.config())
              .entrySet().stream()
                  .map(e -> "`" + e.getKey() + "=" + e.getValue() + "`")
                  .collect(Collectors.joining(" ")));
    }
  }

  private void records() {
    line("\n## Records\n");
    for (Schema schema : Schemas.all().reversed()) {
      if (schema.getType() == Schema.Type.RECORD) {
        record(schema);
      }
    }
  }

  private void record(Schema schema) {
    line("### %s\n", schema.getName());
    line("%s\n", schema.getDoc());
    line("| Field | Type | Meaning |");
    line("|---|---|---|");
    for (Schema.Field field : schema.getFields()) {
      line("| `%s` | %s | %s |", field.name(), typeOf(field.schema()), field.doc());
    }
    line("");
  }

  private void choices() {
    line("## Choices\n");
    line("| Type | Meaning | Values |");
    line("|---|---|---|");
    for (Schema schema : Schemas.all()) {
      if (schema.getType() == Schema.Type.ENUM) {
        line(
            "| <a id=\"%s\"></a>`%s` | %s | %s |",
            anchor(schema.getName()),
            schema.getName(),
            schema.getDoc(),
            schema.getEnumSymbols().stream()
                .map(symbol -> "`" + symbol + "`")
                .collect(Collectors.joining(", ")));
      }
    }
  }

  private void reasons() {
    line("\n## Why a record is a dead letter\n");
    line("| Reason | What it says |");
    line("|---|---|");
    for (RejectReason reason : RejectReason.values()) {
      line("| `%s` | %s |", reason, reason.meaning());
    }
  }

  private static String typeOf(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> unionOf(schema.getTypes());
      case ARRAY -> "list of " + typeOf(schema.getElementType());
      case MAP -> "map of " + typeOf(schema.getValueType());
      case RECORD, ENUM -> link(schema.getName());
      default -> primitive(schema);
    };
  }

  private static String unionOf(List<Schema> types) {
    return types.stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .map(EventsPage::typeOf)
        .collect(Collectors.joining(" or "))
        .concat(types.get(0).getType() == Schema.Type.NULL ? ", or null" : "");
  }

  private static String primitive(Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return "decimal(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
    }
    return schema.getLogicalType() == null
        ? schema.getType().getName()
        : Objects.requireNonNull(schema.getLogicalType().getName());
  }

  private static String link(String name) {
    return "[%s](#%s)".formatted(name, anchor(name));
  }

  private static String anchor(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @FormatMethod
  private void line(@FormatString String text, Object... args) {
    page.append(text.formatted(args)).append('\n');
  }
}
