package io.duecast.standalone.read;

import io.duecast.attribute.AttributeValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A domain value as maps, lists, numbers, booleans and text: names in snake case, ids as their
 * text, one kind of several with its {@code type}.
 */
final class PlainValue {
  private static final Map<Class<?>, Form> FORMS = new ConcurrentHashMap<>();

  private PlainValue() {}

  /** What a record is made of; asked of the virtual machine once. */
  private record Form(List<Part> parts, boolean isWrapper) {
    static Form of(Class<?> type) {
      return new Form(
          Arrays.stream(type.getRecordComponents()).map(Part::of).toList(), Names.isWrapper(type));
    }
  }

  /** A component of a record: its name in the output, and how it is had. */
  private record Part(String name, Method accessor, boolean isOneOfSeveral) {
    static Part of(RecordComponent component) {
      return new Part(
          Names.snake(component.getName()),
          component.getAccessor(),
          component.getType().isSealed());
    }

    @Nullable Object of(Record value) {
      try {
        return accessor.invoke(value);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(name + " of " + value.getClass(), e);
      }
    }
  }

  static Map<String, @Nullable Object> of(Record value, boolean isTyped) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    if (isTyped) {
      plain.put("type", value.getClass().getSimpleName());
    }
    for (Part part : form(value).parts()) {
      plain.put(part.name(), plain(part.of(value), part.isOneOfSeveral()));
    }
    return plain;
  }

  private static Form form(Record value) {
    return FORMS.computeIfAbsent(value.getClass(), Form::of);
  }

  private static @Nullable Object plain(@Nullable Object value, boolean isOneOfSeveral) {
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
          form(it).isWrapper() && !isOneOfSeveral
              ? plain(form(it).parts().getFirst().of(it), false)
              : of(it, isOneOfSeveral);
      default -> value.toString();
    };
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value, false)));
    return plain;
  }

  private static List<@Nullable Object> list(Collection<?> values) {
    List<@Nullable Object> plain = new ArrayList<>();
    values.forEach(value -> plain.add(plain(value, false)));
    return plain;
  }
}
