package io.duecast.wire.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * What Avro's own resolution lets through and must not be: a number whose meaning the writer and
 * the reader see differently (cents for hundredths of a cent, microseconds for milliseconds), and a
 * writer's type that holds itself.
 */
final class WriterSchema {
  private final Deque<String> around = new ArrayDeque<>();

  /** What is wrong with reading what {@code writer} wrote as {@code reader}, if anything is. */
  static Optional<String> objection(Schema writer, Schema reader) {
    WriterSchema walk = new WriterSchema();
    return walk.endless(writer).or(() -> walk.compare(writer, reader, reader.getName()));
  }

  private Optional<String> endless(Schema writer) {
    return switch (writer.getType()) {
      case RECORD -> {
        if (around.contains(writer.getFullName())) {
          yield Optional.of("the writer's " + writer.getFullName() + " holds itself");
        }
        around.push(writer.getFullName());
        Optional<String> found =
            writer.getFields().stream().flatMap(f -> endless(f.schema()).stream()).findFirst();
        around.pop();
        yield found;
      }
      case ARRAY -> endless(writer.getElementType());
      case MAP -> endless(writer.getValueType());
      case UNION -> writer.getTypes().stream().flatMap(t -> endless(t).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  private Optional<String> compare(Schema writer, Schema reader, String path) {
    if (writer.getType() == Schema.Type.UNION) {
      return writer.getTypes().stream()
          .flatMap(branch -> compare(branch, reader, path).stream())
          .findFirst();
    }
    if (reader.getType() == Schema.Type.UNION) {
      return reader.getTypes().stream()
          .filter(branch -> isOfOneKind(writer, branch))
          .findFirst()
          .flatMap(branch -> compare(writer, branch, path));
    }
    if (writer.getType() != reader.getType()) {
      boolean plain = writer.getLogicalType() == null && reader.getLogicalType() == null;
      return plain ? Optional.empty() : Optional.of(misread(writer, reader, path));
    }
    return switch (reader.getType()) {
      case RECORD -> fields(writer, reader, path);
      case ARRAY -> compare(writer.getElementType(), reader.getElementType(), path + "[]");
      case MAP -> compare(writer.getValueType(), reader.getValueType(), path + "{}");
      default -> meaning(writer, reader, path);
    };
  }

  private Optional<String> fields(Schema writer, Schema reader, String path) {
    for (Schema.Field field : reader.getFields()) {
      Schema.Field written = writer.getField(field.name());
      if (written != null) {
        Optional<String> found =
            compare(written.schema(), field.schema(), path + "." + field.name());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfOneKind(Schema writer, Schema reader) {
    return writer.getType() == reader.getType()
        && (writer.getType() != Schema.Type.RECORD || writer.getName().equals(reader.getName()));
  }

  private static Optional<String> meaning(Schema writer, Schema reader, String path) {
    return sameMeaning(writer, reader)
        ? Optional.empty()
        : Optional.of(misread(writer, reader, path));
  }

  private static String misread(Schema writer, Schema reader, String path) {
    return path + " was written as " + writer + " and would be read as " + reader;
  }

  private static boolean sameMeaning(Schema writer, Schema reader) {
    if (writer.getLogicalType() instanceof LogicalTypes.Decimal written
        && reader.getLogicalType() instanceof LogicalTypes.Decimal read) {
      return written.getScale() == read.getScale();
    }
    return Objects.equals(writer.getLogicalType(), reader.getLogicalType());
  }
}
