package io.duecast.wire.codec;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A domain record in the form that Avro's own writers take. Avro's "custom coders" let it write
 * itself, field by field, without being taken for a bag of objects.
 */
@SuppressWarnings("serial") // only Avro writes it
final class SelfEncoding extends SpecificRecordBase {
  private final Schema schema;
  private final Shape shape;
  private final Object value;

  SelfEncoding(Schema schema, Shape shape, Object value) {
    this.schema = schema;
    this.shape = shape;
    this.value = value;
  }

  @Override
  public Schema getSchema() {
    return schema;
  }

  @Override
  protected boolean hasCustomCoders() {
    return true;
  }

  @Override
  public void customEncode(Encoder out) throws IOException {
    shape.write(value, out);
  }

  @Override
  public String toString() {
    return schema.getFullName();
  }

  @Override
  public Object get(int field) {
    throw new UnsupportedOperationException("it is written as a whole");
  }

  @Override
  public void put(int field, Object newValue) {
    throw new UnsupportedOperationException("it is for writing");
  }
}
