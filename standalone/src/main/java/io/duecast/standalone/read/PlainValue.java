package io.duecast.standalone.read;

import io.duecast.attribute.AttributeValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A domain value as maps, lists, numbers, booleans and text: names in snake case, ids as their
 * text, one kind of several with its {@code type}.
 */
final class PlainValue {
  private PlainValue() {}

  static Map<String, @Nullable Object> of(Record value, boolean isTyped) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    if (isTyped) {
      plain.put("type", value.getClass().getSimpleName());
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      plain.put(
          Names.snake(component.getName()), plain(get(component, value), component.getType()));
    }
    return plain;
  }

  private static @Nullable Object plain(@Nullable Object value, Class<?> declared) {
    return switch (value) {
      case null -> null;
      case AttributeValue.Numeric it -> it.value();
      case AttributeValue.Category it -> it.value();
      case Number it -> it;
      case Boolean it -> it;
      case Bytes it -> Base64.getEncoder().encodeToString(it.get());
      case Map<?, ?> it -> map(it);
      case Collection<?> it -> list(it);
      case Record it ->
          Names.isWrapper(it.getClass()) && !declared.isSealed()
              ? plain(get(it.getClass().getRecordComponents()[0], it), Object.class)
              : of(it, declared.isSealed());
      default -> value.toString();
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value, Object.class)));
    return plain;
  }

  private static List<@Nullable Object> list(Collection<?> values) {
    List<@Nullable Object> plain = new ArrayList<>();
    values.forEach(value -> plain.add(plain(value, Object.class)));
    return plain;
  }

  private static @Nullable Object get(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of " + value.getClass(), e);
    }
  }
}
