package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A map by anything but text: an array of records of a {@code key} and a {@code value}. */
record EntriesShape(String path, Shape key, Shape value, Supplier<Map<Object, Object>> empty)
    implements Shape {
  private static final int KEY = 0;

  @Override
  public void write(@Nullable Object map, Encoder out) throws IOException {
    Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(map, path);
    out.writeArrayStart();
    out.setItemCount(values.size());
    for (Map.Entry<?, ?> each : values.entrySet()) {
      out.startItem();
      key.write(each.getKey(), out);
      value.write(each.getValue(), out);
    }
    out.writeArrayEnd();
  }

  @Override
  public Object read(Decoder in) throws IOException {
    Map<Object, Object> items = empty.get();
    for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
      for (long i = 0; i < left; i++) {
        readEntry(in, items);
      }
    }
    return items;
  }

  private void readEntry(Decoder in, Map<Object, Object> items) throws IOException {
    @Nullable Object[] pair = new Object[2];
    if (in instanceof ResolvingDecoder resolving) {
      for (Schema.Field field : resolving.readFieldOrder()) {
        pair[field.pos()] = (field.pos() == KEY ? key : value).read(in);
      }
    } else {
      pair[KEY] = key.read(in);
      pair[KEY + 1] = value.read(in);
    }
    items.put(Objects.requireNonNull(pair[0], path), Objects.requireNonNull(pair[1], path));
  }
}
