package io.duecast.wire.codec;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The constructor and the accessors of a record's class as functions. There is one of each class,
 * wherever it stands in a schema: every function is a class of its own to the compiler.
 */
final class RecordParts {
  private static final ClassValue<RecordParts> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
          return new RecordParts(type);
        }
      };

  private final Function<Object, Object> constructor;
  private final List<Object> accessors;

  private RecordParts(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      constructor = constructor(lookup, type, components);
      List<Object> functions = new ArrayList<>();
      for (RecordComponent component : components) {
        functions.add(accessor(lookup, component));
      }
      accessors = List.copyOf(functions);
    } catch (IllegalAccessException | NoSuchMethodException | LambdaConversionException e) {
      throw new IllegalArgumentException(type + " is not open to the codec", e);
    }
  }

  static RecordParts of(Class<?> type) {
    return OF_CLASS.get(type);
  }

  /** Takes the components as an array. */
  Function<Object, Object> constructor() {
    return constructor;
  }

  /**
   * The accessor of a component: a {@link ToIntFunction}, {@link ToLongFunction} or {@link
   * ToDoubleFunction} where it is of that type, else a {@link Function}.
   */
  Object accessor(int index) {
    return accessors.get(index);
  }

  private static Function<Object, Object> constructor(
      MethodHandles.Lookup lookup, Class<?> type, RecordComponent[] components)
      throws IllegalAccessException, NoSuchMethodException {
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    MethodHandle handle =
        lookup
            .findConstructor(type, MethodType.methodType(void.class, parameters))
            .asSpreader(Object[].class, parameters.length)
            .asType(MethodType.methodType(Object.class, Object.class));
    return ConstructorCall.of(handle);
  }

  private static Object accessor(MethodHandles.Lookup lookup, RecordComponent component)
      throws IllegalAccessException, LambdaConversionException {
    Class<?> type = component.getType();
    if (type == int.class) {
      return function(lookup, component, ToIntFunction.class, "applyAsInt", type);
    }
    if (type == long.class) {
      return function(lookup, component, ToLongFunction.class, "applyAsLong", type);
    }
    if (type == double.class) {
      return function(lookup, component, ToDoubleFunction.class, "applyAsDouble", type);
    }
    return function(lookup, component, Function.class, "apply", Object.class);
  }

  /** The accessor method as a function: as fast as a call in the source. */
  private static Object function(
      MethodHandles.Lookup lookup,
      RecordComponent component,
      Class<?> function,
      String name,
      Class<?> result)
      throws IllegalAccessException, LambdaConversionException {
    MethodHandle method = lookup.unreflect(component.getAccessor());
    MethodHandle site =
        LambdaMetafactory.metafactory(
                lookup,
                name,
                MethodType.methodType(function),
                MethodType.methodType(result, Object.class),
                method,
                result == Object.class ? method.type().wrap() : method.type())
            .getTarget();
    try {
      return site.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(component.toString(), e);
    }
  }
}
