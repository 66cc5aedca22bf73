package io.duecast.wire.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.function.Function;

/**
 * Calls one constructor. Every constructor gets a hidden copy of this class, in which its handle is
 * a constant: only then does the compiler see through the handle, and the call costs what it costs
 * in the source.
 */
final class ConstructorCall implements Function<Object, Object> {
  private static final MethodHandle CONSTRUCTOR = constructor();

  private ConstructorCall() {}

  /**
   * The call of a constructor.
   *
   * @param constructor from an object, which is an array of the arguments, to an object
   */
  @SuppressWarnings("unchecked") // a copy of this class is what this class is
  static Function<Object, Object> of(MethodHandle constructor) {
    try {
      MethodHandles.Lookup copy =
          MethodHandles.lookup().defineHiddenClassWithClassData(Code.BYTES, constructor, true);
      return (Function<Object, Object>)
          copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException(constructor.toString(), e);
    }
  }

  @Override
  public Object apply(Object values) {
    try {
      return (Object) CONSTRUCTOR.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(CONSTRUCTOR.toString(), e);
    }
  }

  /** Of a copy; the original has none and is never called. */
  private static MethodHandle constructor() {
    try {
      MethodHandle of =
          MethodHandles.classData(
              MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, MethodHandle.class);
      return of == null ? MethodHandles.identity(Object.class) : of;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What copies are made of. */
  private static final class Code {
    private static final byte[] BYTES = read();

    private static byte[] read() {
      try (InputStream in = ConstructorCall.class.getResourceAsStream("ConstructorCall.class")) {
        return Objects.requireNonNull(in, "ConstructorCall.class").readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
