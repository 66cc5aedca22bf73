package io.duecast.wire.codec;

import java.io.IOException;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** How the values of one Java type lie on the wire, at one place of one schema. */
interface Shape {
  /** The value as Avro's generic writer takes it; null only where the schema has null. */
  @Nullable Object toAvro(@Nullable Object value);

  /** The next value; null only where the schema has null. */
  @Nullable Object read(ResolvingDecoder in) throws IOException;
}
