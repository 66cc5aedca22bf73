package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
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

  @Override
  public FieldWriter component(Function<Object, @Nullable Object> component) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        Object value = component.apply(record);
        if (value == null) {
          out.writeIndex(nullIndex);
        } else {
          out.writeIndex(1 - nullIndex);
          present.write(value, out);
        }
      }
    };
  }
}
