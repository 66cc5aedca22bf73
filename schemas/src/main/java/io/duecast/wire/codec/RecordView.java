package io.duecast.wire.codec;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A domain record, seen as an Avro record: nothing is copied until a field is asked for. */
record RecordView(RecordShape shape, Object value) implements GenericRecord {
  @Override
  public Schema getSchema() {
    return shape.schema();
  }

  @Override
  public @Nullable Object get(int field) {
    return shape.field(value, field);
  }

  @Override
  public @Nullable Object get(String field) {
    return get(getSchema().getField(field).pos());
  }

  @Override
  public void put(String field, @Nullable Object value) {
    throw new UnsupportedOperationException("a view is for reading");
  }

  @Override
  public void put(int field, @Nullable Object value) {
    throw new UnsupportedOperationException("a view is for reading");
  }
}
