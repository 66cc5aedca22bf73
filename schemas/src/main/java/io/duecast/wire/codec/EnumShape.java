package io.duecast.wire.codec;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** A choice of named constants; a name of a newer writer becomes the schema's default. */
final class EnumShape implements Shape {
  private final String path;
  private final Map<Object, Integer> symbolByConstant;
  private final List<Object> constantBySymbol;

  private EnumShape(String path, Schema schema, Map<String, Enum<?>> constants) {
    this.path = path;
    this.symbolByConstant = new HashMap<>();
    constants.forEach((name, it) -> symbolByConstant.put(it, schema.getEnumOrdinal(name)));
    this.constantBySymbol = schema.getEnumSymbols().stream().<Object>map(constants::get).toList();
  }

  static EnumShape of(Class<?> type, Schema schema, String path) {
    if (schema.getType() != Schema.Type.ENUM) {
      throw new SchemaMismatch(path, "is the enum " + type.getSimpleName() + ", not " + schema);
    }
    Map<String, Enum<?>> constants = new LinkedHashMap<>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      constants.put(((Enum<?>) constant).name(), (Enum<?>) constant);
    }
    if (!constants.keySet().equals(new HashSet<>(schema.getEnumSymbols()))) {
      throw new SchemaMismatch(
          path, "the enum has " + constants.keySet() + ", the schema " + schema.getEnumSymbols());
    }
    return new EnumShape(path, schema, constants);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    out.writeEnum(
        Objects.requireNonNull(symbolByConstant.get(Objects.requireNonNull(value, path)), path));
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return constantBySymbol.get(in.readEnum());
  }
}
