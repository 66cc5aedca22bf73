package io.duecast.wire.codec;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A writer's schema in which a kind of a union that the reader does not know looks like none that
 * it knows. Avro would otherwise take the first kind with the same fields, so that a new kind of
 * change would pass for an old one. The bytes are the same, so that all other kinds are read as
 * ever.
 */
final class UnknownBranches {
  private UnknownBranches() {}

  static Schema hidden(Schema writer, Schema reader) {
    if (writer.getType() == Schema.Type.UNION) {
      return Schema.createUnion(
          writer.getTypes().stream().map(branch -> hidden(branch, reader)).toList());
    }
    if (reader.getType() == Schema.Type.UNION) {
      return branch(writer, reader.getTypes());
    }
    if (writer.getType() != reader.getType()) {
      return writer;
    }
    return switch (writer.getType()) {
      case RECORD -> record(writer, reader);
      case ARRAY -> Schema.createArray(hidden(writer.getElementType(), reader.getElementType()));
      case MAP -> Schema.createMap(hidden(writer.getValueType(), reader.getValueType()));
      default -> writer;
    };
  }

  private static Schema branch(Schema writer, List<Schema> readers) {
    Optional<Schema> known =
        readers.stream().filter(reader -> reader.getName().equals(writer.getName())).findFirst();
    if (known.isPresent()) {
      return hidden(writer, known.get());
    }
    return writer.getType() == Schema.Type.RECORD ? boxed(writer) : writer;
  }

  private static Schema record(Schema writer, Schema reader) {
    List<Schema.Field> fields =
        writer.getFields().stream()
            .map(field -> new Schema.Field(field, field(field, reader)))
            .toList();
    return Schema.createRecord(
        writer.getName(), writer.getDoc(), writer.getNamespace(), false, fields);
  }

  private static Schema field(Schema.Field writer, Schema reader) {
    Schema.Field read = reader.getField(writer.name());
    return read == null ? writer.schema() : hidden(writer.schema(), read.schema());
  }

  /** The same bytes, one level deeper. */
  private static Schema boxed(Schema writer) {
    List<Schema.Field> fields =
        writer.getFields().stream().map(field -> new Schema.Field(field, field.schema())).toList();
    Schema content =
        Schema.createRecord(
            writer.getName() + "Content", null, writer.getNamespace(), false, fields);
    return Schema.createRecord(
        writer.getName(),
        null,
        writer.getNamespace(),
        false,
        List.of(new Schema.Field("unknownToThisReader", content)));
  }
}
