package io.duecast.wire.codec;

import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** How the values of one Java type lie on the wire, at one place of one schema. */
interface Shape {
  /** Writes a value in Avro's binary encoding; null only where the schema has null. */
  void write(@Nullable Object value, Encoder out) throws IOException;

  /**
   * The next value; null only where the schema has null.
   *
   * @param in a resolving one, unless the bytes were written with the very schema of this shape
   */
  @Nullable Object read(Decoder in) throws IOException;

  /** What writes the component of a record that has this shape. */
  default FieldWriter component(Function<Object, @Nullable Object> component) {
    return FieldWriter.of(component, this);
  }
}
