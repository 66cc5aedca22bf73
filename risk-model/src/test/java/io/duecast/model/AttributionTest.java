package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Path attribution and Shapley values. */
class AttributionTest {
  @Property(tries = 2000)
  void biasAndContributionsSumToTheVote(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    CompiledForest forest = CompiledForest.of(random.forest());
    double[] row = random.row();

    double[] path = new double[row.length];
    double bias = PathAttribution.add(forest, row, path);

    assertThat(bias).isCloseTo(forest.score(unknown(row.length)), within(1e-12));
    assertThat(bias + Arrays.stream(path).sum()).isCloseTo(forest.score(row), within(1e-12));
    assertThat(bias + Arrays.stream(TreeShap.of(forest, row)).sum())
        .isCloseTo(forest.score(row), within(1e-12));
  }

  @Property(tries = 1000)
  void theValuesAreShapleysOverAllSubsets(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    CompiledForest forest = CompiledForest.of(random.forest());
    double[] row = random.row();

    assertThat(TreeShap.of(forest, row)).containsExactly(bruteForce(forest, row), within(1e-12));
  }

  @Property(tries = 1000)
  void whatIsMissingContributesNothing(@ForAll long seed) {
    RandomForests random = new RandomForests(seed);
    CompiledForest forest = CompiledForest.of(random.forest());
    double[] row = random.row();
    row[0] = Double.NaN;

    double[] path = new double[row.length];
    PathAttribution.add(forest, row, path);

    assertThat(path[0]).isZero();
    assertThat(TreeShap.of(forest, row)[0]).isZero();
  }

  @Test
  void theValuesOfManyFeaturesOnOnePathAreExact() {
    List<ModelFeature> features =
        IntStream.range(0, 14).mapToObj(i -> ModelFeature.number("f" + i)).toList();
    TreeNode node = new TreeNode.Leaf(new ClassWeights(1, 9));
    for (int i = 0; i < features.size(); i++) {
      double share = 0.3 + 0.04 * i;
      TreeNode other = new TreeNode.Leaf(new ClassWeights(20 - i, 1 + i));
      node =
          new TreeNode.NumericSplit(
              i, 0, new TreeNode.Branch(share, node), new TreeNode.Branch(1 - share, other), null);
    }
    CompiledForest forest = CompiledForest.of(new ForestDefinition(features, List.of(node)));
    double[] row = new double[features.size()];
    Arrays.fill(row, -1);

    assertThat(TreeShap.of(forest, row)).containsExactly(bruteForce(forest, row), within(1e-12));
  }

  /** The mean over all orders in which the features may become known. */
  private static double[] bruteForce(CompiledForest forest, double[] row) {
    int n = row.length;
    double[] value = new double[1 << n];
    for (int known = 0; known < value.length; known++) {
      double[] masked = row.clone();
      for (int i = 0; i < n; i++) {
        masked[i] = (known & 1 << i) == 0 ? Double.NaN : row[i];
      }
      value[known] = forest.score(masked);
    }
    double[] shapley = new double[n];
    for (int known = 0; known < value.length; known++) {
      for (int i = 0; i < n; i++) {
        if ((known & 1 << i) == 0) {
          double gain = value[known | 1 << i] - value[known];
          shapley[i] += gain / (n * choose(n - 1, Integer.bitCount(known)));
        }
      }
    }
    return shapley;
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }

  private static double[] unknown(int length) {
    double[] row = new double[length];
    Arrays.fill(row, Double.NaN);
    return row;
  }
}
