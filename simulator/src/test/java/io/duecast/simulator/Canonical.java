package io.duecast.simulator;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A text that is equal for equal records: maps in the order of their keys. */
final class Canonical {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Canonical() {}

  static String of(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  static String sha256(Iterable<?> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object value : values) {
        digest.update(of(value).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append('-');
      case Record record -> {
        text.append(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
          write(read(component, record), text);
          text.append(',');
        }
        text.append(')');
      }
      case Map<?, ?> map -> write(new TreeMap<>(map).entrySet(), text);
      case Map.Entry<?, ?> entry -> {
        text.append(entry.getKey()).append('=');
        write(entry.getValue(), text);
      }
      case Collection<?> many -> {
        text.append('[');
        many.forEach(one -> write(one, text));
        text.append(']');
      }
      default -> text.append(value).append(' ');
    }
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " of " + record.getClass(), e);
    }
  }
}
