package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A Java record, taken apart and put together without reflection on the way. */
final class RecordType {
  private final String path;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;

  RecordType(Class<?> type, String path) {
    this.path = path;
    RecordComponent[] components = type.getRecordComponents();
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      Class<?>[] parameters =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      this.constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, parameters))
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      this.accessors = new MethodHandle[components.length];
      for (int i = 0; i < components.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
      }
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalArgumentException(path + ": " + type + " is not open to the codec", e);
    }
  }

  @Nullable Object component(int index, @Nullable Object value) {
    try {
      return (Object) accessors[index].invokeExact(Objects.requireNonNull(value, path));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(path, e);
    }
  }

  /**
   * The record of these components.
   *
   * @throws RejectedException if it refuses them
   */
  Object construct(@Nullable Object... components) {
    try {
      return (Object) constructor.invokeExact(components);
    } catch (RejectedException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, path + ": " + e.getMessage());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(path, e);
    }
  }
}
