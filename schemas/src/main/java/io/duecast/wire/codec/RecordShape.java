package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A Java record that is an Avro record: every component a field of its name. */
final class RecordShape implements Shape {
  private final RecordType type;
  private final String path;
  private final FieldWriter[] writerByField;
  private final Shape[] shapeByField;
  private final int[] componentByField;

  /**
   * @param shapeByField in the schema's order
   * @param componentByField which component of the record each field is
   */
  RecordShape(RecordType type, String path, Shape[] shapeByField, int[] componentByField) {
    this.type = type;
    this.path = path;
    this.writerByField = new FieldWriter[shapeByField.length];
    for (int field = 0; field < shapeByField.length; field++) {
      writerByField[field] = type.writer(componentByField[field], shapeByField[field]);
    }
    this.shapeByField = shapeByField;
    this.componentByField = componentByField;
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    Object record = Objects.requireNonNull(value, path);
    for (FieldWriter each : writerByField) {
      each.write(record, out);
    }
  }

  @Override
  public Object read(Decoder in) throws IOException {
    @Nullable Object[] components = new Object[shapeByField.length];
    if (in instanceof ResolvingDecoder resolving) {
      for (Schema.Field field : resolving.readFieldOrder()) {
        int at = field.pos();
        components[componentByField[at]] = shapeByField[at].read(in);
      }
    } else {
      for (int at = 0; at < shapeByField.length; at++) {
        components[componentByField[at]] = shapeByField[at].read(in);
      }
    }
    return type.construct(components);
  }
}
