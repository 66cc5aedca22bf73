package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PaymentForestTest {
  private static final List<ModelFeature> FEATURES = List.of(ModelFeature.number("ratio"));

  @Test
  void anInvoiceIsPaidWhenThoseWereThatCameToTheSameLeaf() {
    double[][] rows = {{1}, {1}, {1}, {9}, {9}};
    int[] days = {-3, -2, -1, 20, 20};
    PaymentForest forest = PaymentForest.fit(split(5), rows, days, paid(5));

    assertThat(forest.curve(new double[] {2}).day(0.5)).isEqualTo(-2);
    assertThat(forest.curve(new double[] {2}).paidBy(-1)).isEqualTo(1);
    assertThat(forest.curve(new double[] {8}).day(0.01)).isEqualTo(20);
    assertThat(forest.curve(new double[] {8}).paidBy(19)).isZero();
  }

  @Test
  void aLeafThatNoneCameToSpeaksForAll() {
    double[][] rows = {{1}, {1}, {1}};
    PaymentForest forest = PaymentForest.fit(split(5), rows, new int[] {4, 5, 6}, paid(3));

    assertThat(forest.curve(new double[] {8}).day(0.5)).isEqualTo(5);
  }

  @Test
  void aRowThatLacksTheAnswerComesToEveryLeaf() {
    double[][] rows = {{1}, {9}};
    PaymentForest forest = PaymentForest.fit(split(5), rows, new int[] {-10, 10}, paid(2));

    PaymentCurve curve = forest.curve(new double[] {Double.NaN});

    assertThat(curve.paidBy(0)).isCloseTo(0.25, within(1e-12));
    assertThat(curve.day(0.25)).isEqualTo(-10);
    assertThat(curve.day(0.26)).isEqualTo(10);
  }

  @Test
  void daysThatAreNotThoseOfItsLeavesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentForest(split(5), new short[PaidDays.POINTS]))
        .withMessageContaining("for 2 leaves");
    short[] falling = new short[2 * PaidDays.POINTS];
    falling[4] = 1;
    assertThatIllegalArgumentException().isThrownBy(() -> new PaymentForest(split(5), falling));
  }

  @Property(tries = 300)
  void aCurveIsThatOfAllPointsOfTheLeavesInOneList(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    CompiledForest forest = CompiledForest.of(random.forest());
    PaymentForest days = RandomModels.paymentForest(seed, forest);
    double[] row = random.row();
    List<double[]> points = new ArrayList<>();
    short[] ofLeaves = days.days();
    for (int tree = 0; tree < forest.trees(); tree++) {
      forest.reach(
          tree,
          row,
          (leaf, share) -> {
            int place = 0;
            for (int node = 0; node < leaf; node++) {
              place += forest.isLeaf(node) ? 1 : 0;
            }
            for (int i = 0; i < PaidDays.POINTS; i++) {
              points.add(new double[] {ofLeaves[place * PaidDays.POINTS + i], share});
            }
          });
    }
    points.sort((a, b) -> Double.compare(a[0], b[0]));
    double all = points.stream().mapToDouble(it -> it[1]).sum();

    PaymentCurve curve = days.curve(row);

    for (int day = -50; day < 160; day += 7) {
      int until = day;
      double paid = points.stream().filter(it -> it[0] <= until).mapToDouble(it -> it[1]).sum();
      assertThat(curve.paidBy(day)).isCloseTo(paid / all, within(1e-9));
    }
    for (double probability : new double[] {0.03, 0.1, 0.5, 0.9, 1}) {
      double sum = 0;
      int at = 0;
      while (sum + points.get(at)[1] < probability * all - 1e-7) {
        sum += points.get(at++)[1];
      }
      assertThat(curve.day(probability)).isEqualTo((int) points.get(at)[0]);
    }
  }

  @Property(tries = 50)
  void aSplitRowIsSharedOutInFull(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    CompiledForest forest = CompiledForest.of(random.forest());
    double[] row = new Random(seed).doubles(forest.features().size()).toArray();
    Arrays.fill(row, 0, (row.length + 1) / 2, Double.NaN);
    for (int tree = 0; tree < forest.trees(); tree++) {
      double[] sum = new double[1];
      forest.reach(tree, row, (leaf, share) -> sum[0] += share);
      assertThat(sum[0]).isCloseTo(1, within(1e-9));
    }
  }

  private static CompiledForest split(double threshold) {
    TreeNode leaf = new TreeNode.Leaf(new ClassWeights(1, 1));
    return CompiledForest.of(
        new ForestDefinition(
            FEATURES,
            List.of(
                new TreeNode.NumericSplit(
                    0,
                    threshold,
                    new TreeNode.Branch(0.25, leaf),
                    new TreeNode.Branch(0.75, leaf),
                    null))));
  }

  private static boolean[] paid(int count) {
    boolean[] paid = new boolean[count];
    Arrays.fill(paid, true);
    return paid;
  }
}
