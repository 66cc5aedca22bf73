package io.duecast.wire.codec;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** One of several types, or null where the union has it. */
final class UnionShape implements Shape {
  private final String path;
  private final @Nullable Shape[] branches;
  private final Map<Class<?>, Shape> branchByClass;

  /**
   * @param branches in the schema's order; null for the null branch
   * @param branchByClass for the classes of the values
   */
  UnionShape(String path, @Nullable Shape[] branches, Map<Class<?>, Shape> branchByClass) {
    this.path = path;
    this.branches = branches;
    this.branchByClass = branchByClass;
  }

  @Override
  public @Nullable Object toAvro(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Shape branch = branchByClass.get(value.getClass());
    return Objects.requireNonNull(branch, () -> path + ": no branch for " + value.getClass())
        .toAvro(value);
  }

  @Override
  public @Nullable Object read(ResolvingDecoder in) throws IOException {
    Shape branch = branches[in.readIndex()];
    if (branch == null) {
      in.readNull();
      return null;
    }
    return branch.read(in);
  }
}
