package io.duecast.wire.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * A list or a set.
 *
 * @param collected from the list of what was read to the collection that the record takes
 */
record ArrayShape(String path, Shape item, UnaryOperator<Object> collected) implements Shape {
  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    Collection<?> values = (Collection<?>) Objects.requireNonNull(value, path);
    out.writeArrayStart();
    out.setItemCount(values.size());
    for (Object each : values) {
      out.startItem();
      item.write(each, out);
    }
    out.writeArrayEnd();
  }

  @Override
  public Object read(Decoder in) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (long left = in.readArrayStart(); left > 0; left = in.arrayNext()) {
      for (long i = 0; i < left; i++) {
        items.add(item.read(in));
      }
    }
    return collected.apply(items);
  }
}
