package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** One of several types, or null where the union has it. */
final class UnionShape implements Shape {
  private final String path;
  private final @Nullable Shape[] branches;
  private final Map<Class<?>, Integer> branchByClass;
  private final int nullIndex;

  /**
   * @param branches in the schema's order; null for the null branch
   * @param branchByClass where the values of a class belong
   */
  UnionShape(String path, @Nullable Shape[] branches, Map<Class<?>, Integer> branchByClass) {
    this.path = path;
    this.branches = branches;
    this.branchByClass = new HashMap<>(branchByClass);
    this.nullIndex = Arrays.asList(branches).indexOf(null);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    Integer index = value == null ? (Integer) nullIndex : branchByClass.get(value.getClass());
    if (index == null || index < 0) {
      throw new IllegalArgumentException(
          path + ": no branch for " + (value == null ? "null" : value.getClass()));
    }
    out.writeIndex(index);
    Shape branch = branches[index];
    if (branch == null) {
      out.writeNull();
    } else {
      branch.write(value, out);
    }
  }

  @Override
  public @Nullable Object read(Decoder in) throws IOException {
    Shape branch = branches[in.readIndex()];
    if (branch == null) {
      in.readNull();
      return null;
    }
    return branch.read(in);
  }
}
