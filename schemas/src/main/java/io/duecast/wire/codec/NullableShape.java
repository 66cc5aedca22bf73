package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** A value that may be absent. */
record NullableShape(Shape present, int nullIndex) implements Shape {
  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    if (value == null) {
      out.writeIndex(nullIndex);
      out.writeNull();
    } else {
      out.writeIndex(1 - nullIndex);
      present.write(value, out);
    }
  }

  @Override
  public @Nullable Object read(Decoder in) throws IOException {
    int index = in.readIndex();
    if (index == nullIndex) {
      in.readNull();
      return null;
    }
    Objects.checkIndex(index, 2);
    return present.read(in);
  }
}
