package io.duecast.wire.codec;

import java.io.IOException;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A value that may be absent. */
record NullableShape(Shape present, int nullIndex) implements Shape {
  @Override
  public @Nullable Object toAvro(@Nullable Object value) {
    return value == null ? null : present.toAvro(value);
  }

  @Override
  public @Nullable Object read(ResolvingDecoder in) throws IOException {
    if (in.readIndex() == nullIndex) {
      in.readNull();
      return null;
    }
    return present.read(in);
  }
}
