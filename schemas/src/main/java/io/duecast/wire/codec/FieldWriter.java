package io.duecast.wire.codec;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Writes one component of a record, a number without a box around it. */
abstract class FieldWriter {
  abstract void write(Object record, Encoder out) throws IOException;

  static FieldWriter of(Function<Object, @Nullable Object> component, Shape shape) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        shape.write(component.apply(record), out);
      }
    };
  }

  static FieldWriter ofInt(ToIntFunction<Object> component) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        out.writeInt(component.applyAsInt(record));
      }
    };
  }

  static FieldWriter ofLong(ToLongFunction<Object> component) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        out.writeLong(component.applyAsLong(record));
      }
    };
  }

  static FieldWriter ofDouble(ToDoubleFunction<Object> component) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        out.writeDouble(component.applyAsDouble(record));
      }
    };
  }
}
