package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The quick walk says what the slow one and the definition say, to the last bit. */
class QuickForestTest {
  private static final double[] ODD = {
    -0.0, 0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -1e-300, 1e300
  };

  @Property(tries = 1000)
  void treesThatWalkTogetherVoteAsTheyDoAlone(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int trees) {
    RandomForests random = new RandomForests(seed);
    ForestDefinition forest = random.forest(trees);
    CompiledForest compiled = CompiledForest.of(forest);
    Random odd = new Random(seed);
    for (int i = 0; i < 20; i++) {
      double[] row = random.row();
      row[odd.nextInt(row.length)] = ODD[odd.nextInt(ODD.length)];
      assertSame(forest, compiled, row);
      assertSame(forest, compiled, withoutGaps(row));
    }
  }

  @Property(tries = 200)
  void aForestOfMoreFeaturesThanAWordHasBitsSaysTheSame(@ForAll long seed) {
    List<ModelFeature> features =
        IntStream.range(0, 150)
            .mapToObj(
                i ->
                    i % 5 == 0
                        ? ModelFeature.category("word_" + i, List.of("a", "b", "c"))
                        : ModelFeature.number("number_" + i))
            .toList();
    RandomForests random = new RandomForests(seed, features);
    ForestDefinition forest = random.forest(12);
    CompiledForest compiled = CompiledForest.of(forest);
    for (int i = 0; i < 20; i++) {
      assertSame(forest, compiled, random.row());
    }
  }

  @Test
  void aThresholdOfMinusZeroIsThatOfZero() {
    ForestDefinition forest =
        new ForestDefinition(
            List.of(ModelFeature.number("amount")), List.of(split(0, -0.0), split(0, 0.0)));
    CompiledForest compiled = CompiledForest.of(forest);
    for (double value : ODD) {
      assertSame(forest, compiled, new double[] {value});
    }
  }

  @Test
  void aRowOfWhichNothingIsKnownIsScoredWithoutRoomForAllItsWalks() {
    TreeNode deep = split(0, 0);
    for (int i = 0; i < 12; i++) {
      deep =
          new TreeNode.NumericSplit(
              0, i, new TreeNode.Branch(0.3, deep), new TreeNode.Branch(0.7, deep), null);
    }
    ForestDefinition forest =
        new ForestDefinition(List.of(ModelFeature.number("amount")), List.of(deep));
    CompiledForest compiled = CompiledForest.of(forest);
    double[] nothing = {Double.NaN};

    assertThat(quick(compiled).score(nothing)).isNaN();
    assertSame(forest, compiled, nothing);
    assertSame(forest, compiled, new double[] {3});
  }

  @Test
  void aForestTooWideForItsWordsIsWalkedSlowly() {
    List<ModelFeature> features =
        IntStream.range(0, Short.MAX_VALUE)
            .mapToObj(i -> ModelFeature.number("number_" + i))
            .toList();
    TreeNode wide = split(features.size() - 1, 0);
    for (int i = 0; i < 17; i++) {
      wide =
          new TreeNode.NumericSplit(
              i, i, new TreeNode.Branch(0.3, wide), new TreeNode.Branch(0.7, wide), null);
    }
    ForestDefinition forest = new ForestDefinition(features, List.of(wide));
    CompiledForest compiled = CompiledForest.of(forest);

    assertThat(compiled.quick()).isNull();
    double[] row = new double[features.size()];
    assertSame(forest, compiled, row);
    row[3] = Double.NaN;
    assertSame(forest, compiled, row);
  }

  @Test
  void forestsOfDifferentSizesShareTheRoomOfAThread() {
    List<CompiledForest> forests = new ArrayList<>();
    List<ForestDefinition> definitions = new ArrayList<>();
    List<RandomForests> randoms = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      RandomForests random = new RandomForests(seed);
      ForestDefinition forest = random.forest(1 + (int) seed * 7 % 23);
      randoms.add(random);
      definitions.add(forest);
      forests.add(CompiledForest.of(forest));
    }
    for (int i = 0; i < 2000; i++) {
      int which = i * 7 % forests.size();
      assertSame(definitions.get(which), forests.get(which), randoms.get(which).row());
    }
  }

  private static void assertSame(ForestDefinition forest, CompiledForest compiled, double[] row) {
    long said = Double.doubleToRawLongBits(compiled.score(row));
    assertThat(said)
        .as("%s", Arrays.toString(Arrays.copyOf(row, Math.min(row.length, 200))))
        .isEqualTo(Double.doubleToRawLongBits(compiled.slowScore(row)))
        .isEqualTo(Double.doubleToRawLongBits(ForestTwin.score(forest, row)));
  }

  private static QuickForest quick(CompiledForest forest) {
    QuickForest quick = forest.quick();
    assertThat(quick).isNotNull();
    return quick;
  }

  private static double[] withoutGaps(double[] row) {
    return Arrays.stream(row)
        .map(it -> Double.isNaN(it) || it < 0 || it > 3 ? 0 : Math.abs(it))
        .toArray();
  }

  private static TreeNode split(int attribute, double threshold) {
    return new TreeNode.NumericSplit(
        attribute,
        threshold,
        new TreeNode.Branch(0.4, new TreeNode.Leaf(new ClassWeights(3, 1))),
        new TreeNode.Branch(0.6, new TreeNode.Leaf(new ClassWeights(1, 2))),
        null);
  }
}
