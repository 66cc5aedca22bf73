package io.duecast.wire.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Fits a sealed type to a union: a record by its name, a wrapper by what it holds. */
final class SealedTypes {
  private final Shapes shapes;

  SealedTypes(Shapes shapes) {
    this.shapes = shapes;
  }

  UnionShape of(Class<?> sealed, Schema schema, String path) {
    if (schema.getType() != Schema.Type.UNION) {
      throw new SchemaMismatch(path, "is the sealed " + sealed.getSimpleName() + ", not a union");
    }
    List<Schema> types = schema.getTypes();
    @Nullable Shape[] branches = new Shape[types.size()];
    Map<Class<?>, Integer> branchByClass = new HashMap<>();
    for (Class<?> variant : variants(sealed)) {
      int index = indexOf(variant, types, path);
      String at = path + "(" + variant.getSimpleName() + ")";
      branches[index] = shapes.of(variant, types.get(index), at);
      branchByClass.put(variant, index);
    }
    for (int i = 0; i < branches.length; i++) {
      if (branches[i] == null && types.get(i).getType() != Schema.Type.NULL) {
        throw new SchemaMismatch(
            path, types.get(i).getFullName() + " is no " + sealed.getSimpleName());
      }
    }
    return new UnionShape(path, branches, Map.copyOf(branchByClass));
  }

  private static int indexOf(Class<?> variant, List<Schema> types, String path) {
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).getName().equals(variant.getSimpleName())) {
        return i;
      }
    }
    if (variant.isRecord() && variant.getRecordComponents().length == 1) {
      Class<?> held = variant.getRecordComponents()[0].getType();
      for (int i = 0; i < types.size(); i++) {
        if (Scalars.fits(held, types.get(i))) {
          return i;
        }
      }
    }
    throw new SchemaMismatch(path, "the union has no " + variant.getSimpleName());
  }

  private static List<Class<?>> variants(Class<?> sealed) {
    List<Class<?>> variants = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        variants.addAll(variants(permitted));
      } else {
        variants.add(permitted);
      }
    }
    return variants;
  }
}
