package io.duecast.wire.codec;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A map by text.
 *
 * @param empty a new map of the kind that the record takes
 */
record MapShape(String path, Shape item, Supplier<Map<Object, Object>> empty) implements Shape {
  @Override
  public Object toAvro(@Nullable Object value) {
    Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(value, path);
    Map<String, @Nullable Object> items = LinkedHashMap.newLinkedHashMap(values.size());
    for (Map.Entry<?, ?> each : values.entrySet()) {
      items.put((String) each.getKey(), item.toAvro(each.getValue()));
    }
    return items;
  }

  @Override
  public Object read(ResolvingDecoder in) throws IOException {
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
