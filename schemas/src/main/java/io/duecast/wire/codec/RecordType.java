package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A Java record at one place of a schema, taken apart and put together without reflection. */
final class RecordType {
  private final String path;
  private final RecordParts parts;
  private final Function<Object, Object> constructor;

  RecordType(Class<?> type, String path) {
    this.path = path;
    this.parts = RecordParts.of(type);
    this.constructor = parts.constructor();
  }

  /** What writes a component, which has this shape. */
  @SuppressWarnings("unchecked") // the parts say what they are
  FieldWriter writer(int index, Shape shape) {
    return switch (parts.accessor(index)) {
      case ToIntFunction<?> it -> FieldWriter.ofInt((ToIntFunction<Object>) it);
      case ToLongFunction<?> it -> FieldWriter.ofLong((ToLongFunction<Object>) it);
      case ToDoubleFunction<?> it -> FieldWriter.ofDouble((ToDoubleFunction<Object>) it);
      case Object it -> shape.component((Function<Object, @Nullable Object>) it);
    };
  }

  /**
   * The record of these components.
   *
   * @throws RejectedException if it refuses them
   */
  Object construct(@Nullable Object... values) {
    try {
      return constructor.apply(values);
    } catch (RejectedException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, path + ": " + e.getMessage());
    }
  }
}
