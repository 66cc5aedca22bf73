package io.duecast.wire.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** A map by anything but text: an array of records of a {@code key} and a {@code value}. */
record EntriesShape(
    String path, Schema entry, Shape key, Shape value, Supplier<Map<Object, Object>> empty)
    implements Shape {
  private static final int KEY = 0;

  @Override
  public Object toAvro(@Nullable Object map) {
    Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(map, path);
    List<Object> entries = new ArrayList<>(values.size());
    for (Map.Entry<?, ?> each : values.entrySet()) {
      GenericData.Record item = new GenericData.Record(entry);
      item.put(KEY, key.toAvro(each.getKey()));
      item.put(KEY + 1, value.toAvro(each.getValue()));
      entries.add(item);
    }
    return entries;
  }

  @Override
  public Object read(ResolvingDecoder in) throws IOException {
    Map<Object, Object> items = empty.get();
    for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
      for (long i = 0; i < left; i++) {
        readEntry(in, items);
      }
    }
    return items;
  }

  private void readEntry(ResolvingDecoder in, Map<Object, Object> items) throws IOException {
    @Nullable Object[] pair = new Object[2];
    for (Schema.Field field : in.readFieldOrder()) {
      pair[field.pos()] = (field.pos() == KEY ? key : value).read(in);
    }
    items.put(Objects.requireNonNull(pair[0], path), Objects.requireNonNull(pair[1], path));
  }
}
