package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A map by text.
 *
 * @param empty a new map of the kind that the record takes
 */
record MapShape(String path, Shape item, Supplier<Map<Object, Object>> empty) implements Shape {
  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(value, path);
    out.writeMapStart();
    out.setItemCount(values.size());
    for (Map.Entry<?, ?> each : values.entrySet()) {
      out.startItem();
      out.writeString((String) each.getKey());
      item.write(each.getValue(), out);
    }
    out.writeMapEnd();
  }

  @Override
  public Object read(Decoder in) throws IOException {
    Map<Object, Object> items = empty.get();
    for (long left = in.readMapStart(); left > 0; left = in.mapNext()) {
      for (long i = 0; i < left; i++) {
        String key = in.readString();
        items.put(key, Objects.requireNonNull(item.read(in), path));
      }
    }
    return items;
  }
}
