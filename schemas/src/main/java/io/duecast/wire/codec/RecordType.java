package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Java record, taken apart and put together without reflection on the way. */
final class RecordType {
  private final String path;
  private final MethodHandle constructor;
  private final List<Function<Object, @Nullable Object>> accessors;

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
      List<Function<Object, @Nullable Object>> functions = new ArrayList<>();
      for (RecordComponent component : components) {
        functions.add(accessor(lookup, component));
      }
      this.accessors = List.copyOf(functions);
    } catch (IllegalAccessException | NoSuchMethodException | LambdaConversionException e) {
      throw new IllegalArgumentException(path + ": " + type + " is not open to the codec", e);
    }
  }

  /** The accessor method as a function: as fast as a call in the source. */
  @SuppressWarnings("unchecked") // the call site makes nothing else
  private static Function<Object, @Nullable Object> accessor(
      MethodHandles.Lookup lookup, RecordComponent component)
      throws IllegalAccessException, LambdaConversionException {
    MethodHandle method = lookup.unreflect(component.getAccessor());
    CallSite site =
        LambdaMetafactory.metafactory(
            lookup,
            "apply",
            MethodType.methodType(Function.class),
            MethodType.methodType(Object.class, Object.class),
            method,
            method.type().wrap());
    try {
      return (Function<Object, @Nullable Object>) site.getTarget().invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }

  @Nullable Object component(int index, @Nullable Object value) {
    return accessors.get(index).apply(Objects.requireNonNull(value, path));
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
