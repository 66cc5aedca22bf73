package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one Avro primitive.
 *
 * @param path where it stands, for messages
 */
record Scalar(String path, Writer writer, Reader reader) implements Shape {
  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    writer.write(Objects.requireNonNull(value, path), out);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return reader.read(in);
  }

  @Override
  public FieldWriter component(Function<Object, @Nullable Object> component) {
    return new FieldWriter() {
      @Override
      void write(Object record, Encoder out) throws IOException {
        writer.write(Objects.requireNonNull(component.apply(record), path), out);
      }
    };
  }

  /** Writes one value. */
  interface Writer {
    void write(Object value, Encoder out) throws IOException;
  }

  /** Reads one value. */
  interface Reader {
    Object read(Decoder in) throws IOException;
  }
}
