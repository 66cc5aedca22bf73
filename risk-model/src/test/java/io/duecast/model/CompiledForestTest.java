package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompiledForestTest {
  private static final ModelFeature NUMBER = ModelFeature.number("amount");
  private static final ModelFeature REGION =
      ModelFeature.category("customer.region", List.of("north", "south", "west"));

  @Property(tries = 3000)
  void itSaysTheSameAsItsDefinitionToTheLastBit(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    ForestDefinition forest = random.forest();
    CompiledForest compiled = CompiledForest.of(forest);
    for (int i = 0; i < 20; i++) {
      double[] row = random.row();
      assertThat(Double.doubleToRawLongBits(compiled.score(row)))
          .isEqualTo(Double.doubleToRawLongBits(ForestTwin.score(forest, row)));
    }
  }

  @Test
  void aNumberOnTheThresholdGoesNotBelow() {
    CompiledForest forest = forestOf(amountSplit());

    assertThat(forest.score(new double[] {99.9, 0})).isEqualTo(0.25);
    assertThat(forest.score(new double[] {100, 0})).isEqualTo(0.75);
  }

  @Test
  void aMissingNumberGoesBothWaysByTheSharesOfTraining() {
    assertThat(forestOf(amountSplit()).score(new double[] {Double.NaN, 0}))
        .isEqualTo(0.4 * 0.25 + 0.6 * 0.75);
  }

  @Test
  void anEmptyLeafSaysWhatItsParentWouldAndAddsNothingToAMissingValue() {
    CompiledForest forest = forestOf(regionSplit());

    assertThat(forest.score(new double[] {0, 1})).isEqualTo(0.625);
    assertThat(forest.score(new double[] {0, Double.NaN})).isEqualTo(0.5 * 0.25 + 0.5 * 0.875);
  }

  @Test
  void aCategoryThatWasNeverSeenIsMissing() {
    CompiledForest forest = forestOf(regionSplit());

    assertThat(forest.score(new double[] {0, 3}))
        .isEqualTo(forest.score(new double[] {0, Double.NaN}));
    assertThat(forest.score(new double[] {0, -1}))
        .isEqualTo(forest.score(new double[] {0, Double.NaN}));
  }

  @Test
  void aForestThatCannotBeScoredIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forestOf())
        .withMessageContaining("no trees");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forestOf(new TreeNode.Leaf(null)))
        .withMessageContaining("empty leaf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forestOf(split(1, 0.4, leaf(1, 1))))
        .withMessageContaining("split as a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forestOf(split(2, 0.4, leaf(1, 1))))
        .withMessageContaining("attribute 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(0, 0.5, leaf(1, 1)))
        .withMessageContaining("shares sum to 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(0, 0.4, new TreeNode.Leaf(null)))
        .withMessageContaining("empty leaf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassWeights(0, 0))
        .withMessageContaining("no distribution");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassWeights(Double.NaN, 1))
        .withMessageContaining("no distribution");
  }

  @Test
  void aTreeTooDeepForTheStackIsRefused() {
    TreeNode deep = leaf(1, 1);
    for (int i = 0; i <= ForestDefinition.MAX_DEPTH; i++) {
      deep = split(0, 0.4, deep);
    }
    TreeNode root = deep;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> forestOf(root))
        .withMessageContaining("deeper than");
  }

  private static CompiledForest forestOf(TreeNode... trees) {
    return CompiledForest.of(new ForestDefinition(List.of(NUMBER, REGION), List.of(trees)));
  }

  private static TreeNode amountSplit() {
    return split(0, 0.4, leaf(3, 1));
  }

  private static TreeNode split(int attribute, double shareBelow, TreeNode below) {
    return new TreeNode.NumericSplit(
        attribute,
        100,
        new TreeNode.Branch(shareBelow, below),
        new TreeNode.Branch(0.6, leaf(1, 3)),
        null);
  }

  private static TreeNode regionSplit() {
    return new TreeNode.CategorySplit(
        1,
        List.of(
            new TreeNode.Branch(0.5, leaf(3, 1)),
            new TreeNode.Branch(0, new TreeNode.Leaf(null)),
            new TreeNode.Branch(0.5, leaf(1, 7))),
        new ClassWeights(3, 5));
  }

  private static TreeNode leaf(double paid, double unpaid) {
    return new TreeNode.Leaf(new ClassWeights(paid, unpaid));
  }
}
