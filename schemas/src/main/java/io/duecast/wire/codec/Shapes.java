package io.duecast.wire.codec;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Fits Java types to schemas, once, before the first value; says where they do not fit. */
final class Shapes {
  private final Scalars scalars;
  private final Deque<Class<?>> around = new ArrayDeque<>();

  Shapes(Trust trust) {
    this.scalars = new Scalars(trust);
  }

  /** The shape of a type that is never null. */
  Shape of(Class<?> type, Schema schema, String path) {
    if (Scalars.has(type)) {
      require(Scalars.fits(type, schema), path, type, schema);
      return scalars.of(type, schema, path);
    }
    if (type.isEnum()) {
      return EnumShape.of(type, schema, path);
    }
    if (type.isSealed()) {
      return new SealedTypes(this).of(type, schema, path);
    }
    require(type.isRecord(), path, type, schema);
    return ofRecord(type, schema, path);
  }

  /** The shape of a component, null and type parameters included. */
  private Shape of(AnnotatedType annotated, Schema schema, String path) {
    boolean nullable = annotated.isAnnotationPresent(Nullable.class);
    Class<?> type = rawClass(annotated.getType());
    if (nullable != schema.isNullable()) {
      throw new SchemaMismatch(
          path,
          nullable
              ? "may be null, and the schema has no null"
              : "is never null, but in the schema");
    }
    if (nullable && !(type.isSealed() && !type.isRecord())) {
      List<Schema> branches = schema.getTypes();
      require(branches.size() == 2, path, type, schema);
      int nullIndex = branches.get(0).getType() == Schema.Type.NULL ? 0 : 1;
      return new NullableShape(
          present(annotated, type, branches.get(1 - nullIndex), path), nullIndex);
    }
    return present(annotated, type, schema, path);
  }

  private Shape present(AnnotatedType annotated, Class<?> type, Schema schema, String path) {
    if (!(annotated instanceof AnnotatedParameterizedType generic)) {
      return of(type, schema, path);
    }
    AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
    if (Map.class.isAssignableFrom(type)) {
      return ofMap(type, of, schema, path);
    }
    require(schema.getType() == Schema.Type.ARRAY, path, type, schema);
    Shape item = of(of[0], schema.getElementType(), path + "[]");
    return new ArrayShape(path, item, Containers.ofItems(type, path));
  }

  private Shape ofMap(Class<?> type, AnnotatedType[] of, Schema schema, String path) {
    if (schema.getType() == Schema.Type.MAP) {
      require(of[0].getType() == String.class, path, type, schema);
      Shape item = of(of[1], schema.getValueType(), path + "{}");
      return new MapShape(path, item, Containers.ofMap(type, path));
    }
    require(schema.getType() == Schema.Type.ARRAY, path, type, schema);
    Schema entry = schema.getElementType();
    boolean isEntry =
        entry.getType() == Schema.Type.RECORD
            && entry.getFields().stream()
                .map(Schema.Field::name)
                .toList()
                .equals(List.of("key", "value"));
    if (!isEntry) {
      throw new SchemaMismatch(path, "a map by anything but text is an array of {key, value}");
    }
    Shape key = of(of[0], entry.getField("key").schema(), path + "{}.key");
    Shape value = of(of[1], entry.getField("value").schema(), path + "{}.value");
    return new EntriesShape(path, key, value, Containers.ofMap(type, path));
  }

  private Shape ofRecord(Class<?> type, Schema schema, String path) {
    if (around.contains(type)) {
      throw new SchemaMismatch(path, type.getSimpleName() + " holds itself");
    }
    around.push(type);
    try {
      RecordComponent[] components = type.getRecordComponents();
      if (schema.getType() != Schema.Type.RECORD) {
        require(components.length == 1, path, type, schema);
        return Wrapper.of(
            new RecordType(type, path), path, of(components[0].getAnnotatedType(), schema, path));
      }
      require(schema.getName().equals(type.getSimpleName()), path, type, schema);
      return fieldByField(type, components, schema, path);
    } finally {
      around.pop();
    }
  }

  private RecordShape fieldByField(
      Class<?> type, RecordComponent[] components, Schema schema, String path) {
    Shape[] shapes = new Shape[components.length];
    int[] componentByField = new int[components.length];
    for (int i = 0; i < components.length; i++) {
      String at = path + "." + components[i].getName();
      Schema.Field field = schema.getField(components[i].getName());
      if (field == null) {
        throw new SchemaMismatch(at, "is not in the schema " + schema.getFullName());
      }
      if (field.pos() >= components.length) {
        continue; // a field without a component comes before it, and is named below
      }
      componentByField[field.pos()] = i;
      shapes[field.pos()] = of(components[i].getAnnotatedType(), field.schema(), at);
    }
    List<String> names = List.of(components).stream().map(RecordComponent::getName).toList();
    for (Schema.Field field : schema.getFields()) {
      if (!names.contains(field.name())) {
        throw new SchemaMismatch(
            path + "." + field.name(), "is not in the record " + type.getSimpleName());
      }
    }
    return new RecordShape(new RecordType(type, path), path, shapes, componentByField);
  }

  private static Class<?> rawClass(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    if (raw instanceof Class<?> known) {
      return known;
    }
    throw new IllegalArgumentException(type + " has no class of its own");
  }

  private static void require(boolean fits, String path, Class<?> type, Schema schema) {
    if (!fits) {
      throw new SchemaMismatch(
          path, "is " + type.getSimpleName() + " and in the schema " + named(schema));
    }
  }

  private static String named(Schema schema) {
    return schema.getType() == Schema.Type.RECORD ? schema.getFullName() : schema.toString();
  }
}
