package io.duecast.model;

import static io.duecast.check.Check.require;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a model file: the horizons, then the days of payment. A count is checked against the
 * bytes that are left before anything of its size is made.
 */
final class PackedModel {
  private static final int KNOT_BYTES = 3 * Double.BYTES;
  private static final int NODE_BYTES = Short.BYTES + 2 * Double.BYTES;

  private PackedModel() {}

  static long bytes(RiskModel model) {
    long bytes = Integer.BYTES;
    for (Horizon horizon : model.chain().horizons()) {
      bytes += 2L * Integer.BYTES;
      bytes += (long) KNOT_BYTES * horizon.calibration().votes().length;
      bytes += bytes(horizon.forest().arrays());
    }
    bytes += bytes(model.days().forest().forest().arrays());
    bytes += Integer.BYTES + (long) Short.BYTES * model.days().forest().days().length;
    bytes += (model.days().usualOfAll() == null ? 1L : 2L) * Integer.BYTES;
    return bytes + Integer.BYTES + (long) Double.BYTES * model.days().tails().size();
  }

  private static long bytes(ForestArrays forest) {
    return 2L * Integer.BYTES
        + (long) Integer.BYTES * forest.treeSizes.length
        + (long) NODE_BYTES * forest.attribute.length
        + (long) Double.BYTES * leaves(forest.attribute);
  }

  static void write(RiskModel model, ByteBuffer out) {
    out.putInt(model.chain().horizons().size());
    for (Horizon horizon : model.chain().horizons()) {
      out.putInt(horizon.days());
      write(horizon.calibration(), out);
      write(horizon.forest().arrays(), out);
    }
    write(model.days().forest().forest().arrays(), out);
    short[] days = model.days().forest().days();
    out.putInt(days.length);
    out.asShortBuffer().put(days);
    skip(out, Short.BYTES * days.length);
    @Nullable Integer usual = model.days().usualOfAll();
    out.putInt(usual == null ? 0 : 1);
    if (usual != null) {
      out.putInt(usual);
    }
    out.putInt(model.days().tails().size());
    model.days().tails().forEach(out::putDouble);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it did not write this
   */
  static RiskModel read(ModelManifest manifest, ByteBuffer in) {
    List<Horizon> horizons = new ArrayList<>();
    int count = count(in, 4 * Integer.BYTES);
    require(count == HorizonChain.DAYS.size(), "a chain of %d horizons", count);
    for (int i = 0; i < count; i++) {
      int days = integer(in);
      Calibration calibration = calibration(in);
      horizons.add(
          new Horizon(days, new CompiledForest(manifest.features(), forest(in)), calibration));
    }
    return new RiskModel(manifest, new HorizonChain(horizons), days(manifest, in));
  }

  private static PaymentDays days(ModelManifest manifest, ByteBuffer in) {
    CompiledForest forest = new CompiledForest(manifest.features(), forest(in));
    short[] days = new short[count(in, Short.BYTES)];
    in.asShortBuffer().get(days);
    skip(in, Short.BYTES * days.length);
    int usuals = count(in, Integer.BYTES);
    require(usuals <= 1, "%d usual days", usuals);
    @Nullable Integer usual = usuals == 0 ? null : integer(in);
    double[] tails = doubles(in, count(in, Double.BYTES));
    return new PaymentDays(
        new PaymentForest(forest, days), usual, Arrays.stream(tails).boxed().toList());
  }

  private static void write(Calibration calibration, ByteBuffer out) {
    out.putInt(calibration.votes().length);
    put(calibration.votes(), out);
    put(calibration.probabilities(), out);
    put(calibration.weights(), out);
  }

  private static Calibration calibration(ByteBuffer in) {
    int knots = count(in, KNOT_BYTES);
    return new Calibration(doubles(in, knots), doubles(in, knots), doubles(in, knots));
  }

  private static void write(ForestArrays forest, ByteBuffer out) {
    out.putInt(forest.treeSizes.length);
    for (int size : forest.treeSizes) {
      out.putInt(size);
    }
    out.putInt(forest.attribute.length);
    for (short attribute : forest.attribute) {
      out.putShort(attribute);
    }
    put(forest.value, out);
    put(forest.share, out);
    for (int node = 0; node < forest.attribute.length; node++) {
      if (forest.attribute[node] == ForestArrays.LEAF) {
        out.putDouble(forest.paid[node]);
      }
    }
  }

  private static ForestArrays forest(ByteBuffer in) {
    int[] sizes = new int[count(in, Integer.BYTES)];
    in.asIntBuffer().get(sizes);
    skip(in, Integer.BYTES * sizes.length);
    int nodes = count(in, NODE_BYTES);
    short[] attribute = new short[nodes];
    in.asShortBuffer().get(attribute);
    skip(in, Short.BYTES * nodes);
    double[] value = doubles(in, nodes);
    double[] share = doubles(in, nodes);
    double[] ofLeaves = doubles(in, leaves(attribute));
    double[] paid = new double[nodes];
    int leaf = 0;
    for (int node = 0; node < nodes; node++) {
      paid[node] = attribute[node] == ForestArrays.LEAF ? ofLeaves[leaf++] : 0;
    }
    return new ForestArrays(sizes, attribute, value, share, paid);
  }

  private static int leaves(short[] attribute) {
    int leaves = 0;
    for (short it : attribute) {
      leaves += it == ForestArrays.LEAF ? 1 : 0;
    }
    return leaves;
  }

  /** A count of things that each take so many bytes. */
  private static int count(ByteBuffer in, int bytesEach) {
    int count = integer(in);
    require(
        count >= 0 && (long) count * bytesEach <= in.remaining(),
        "%d entries of %d bytes in the %d that are left",
        count,
        bytesEach,
        in.remaining());
    return count;
  }

  private static int integer(ByteBuffer in) {
    require(in.remaining() >= Integer.BYTES, "the body ends too early");
    return in.getInt();
  }

  private static double[] doubles(ByteBuffer in, int count) {
    require(in.remaining() / Double.BYTES >= count, "the body ends within %d numbers", count);
    double[] values = new double[count];
    in.asDoubleBuffer().get(values);
    skip(in, Double.BYTES * count);
    return values;
  }

  private static void put(double[] values, ByteBuffer out) {
    out.asDoubleBuffer().put(values);
    skip(out, Double.BYTES * values.length);
  }

  private static void skip(ByteBuffer buffer, int bytes) {
    buffer.position(buffer.position() + bytes);
  }
}
