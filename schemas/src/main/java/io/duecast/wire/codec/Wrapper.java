package io.duecast.wire.codec;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** A record of one component that lies on the wire as that component: ids, and maps with a name. */
record Wrapper(RecordType type, Shape component) implements Shape {
  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    component.write(type.component(0, value), out);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return type.construct(component.read(in));
  }
}
