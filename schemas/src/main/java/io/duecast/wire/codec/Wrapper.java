package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** A record of one component that lies on the wire as that component: ids, and maps with a name. */
record Wrapper(RecordType type, String path, FieldWriter writer, Shape component) implements Shape {
  static Wrapper of(RecordType type, String path, Shape component) {
    return new Wrapper(type, path, type.writer(0, component), component);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    writer.write(Objects.requireNonNull(value, path), out);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return type.construct(component.read(in));
  }
}
