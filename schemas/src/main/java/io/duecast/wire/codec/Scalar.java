package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one Avro primitive.
 *
 * @param path where it stands, for messages
 */
record Scalar(String path, UnaryOperator<Object> writer, Reader reader) implements Shape {
  @Override
  public Object toAvro(@Nullable Object value) {
    return writer.apply(Objects.requireNonNull(value, path));
  }

  @Override
  public Object read(ResolvingDecoder in) throws IOException {
    return reader.read(in);
  }

  /** Reads one value. */
  interface Reader {
    Object read(ResolvingDecoder in) throws IOException;
  }
}
