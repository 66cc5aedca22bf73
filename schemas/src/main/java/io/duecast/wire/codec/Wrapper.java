package io.duecast.wire.codec;

import java.io.IOException;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A record of one component that lies on the wire as that component: ids, and maps with a name. */
record Wrapper(RecordType type, Shape component) implements Shape {
  @Override
  public @Nullable Object toAvro(@Nullable Object value) {
    return component.toAvro(type.component(0, value));
  }

  @Override
  public Object read(ResolvingDecoder in) throws IOException {
    return type.construct(component.read(in));
  }
}
