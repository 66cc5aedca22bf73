package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A Java record that is an Avro record: every component a field of its name. */
final class RecordShape implements Shape {
  private final Schema schema;
  private final RecordType type;
  private final Shape[] shapeByField;
  private final int[] componentByField;

  /**
   * @param shapeByField in the schema's order
   * @param componentByField which component of the record each field is
   */
  RecordShape(Schema schema, RecordType type, Shape[] shapeByField, int[] componentByField) {
    this.schema = schema;
    this.type = type;
    this.shapeByField = shapeByField;
    this.componentByField = componentByField;
  }

  Schema schema() {
    return schema;
  }

  @Nullable Object field(Object value, int field) {
    return shapeByField[field].toAvro(type.component(componentByField[field], value));
  }

  @Override
  public Object toAvro(@Nullable Object value) {
    return new RecordView(this, Objects.requireNonNull(value, schema.getName()));
  }

  @Override
  public Object read(ResolvingDecoder in) throws IOException {
    @Nullable Object[] components = new Object[shapeByField.length];
    for (Schema.Field field : in.readFieldOrder()) {
      int at = field.pos();
      components[componentByField[at]] = shapeByField[at].read(in);
    }
    return type.construct(components);
  }
}
