package io.duecast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Forests and rows as training might give them, and some that it hardly would; by seed. */
final class RandomForests {
  private final Random random;
  private final List<ModelFeature> features;

  RandomForests(long seed) {
    random = new Random(seed);
    features = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      String key = "feature_" + i;
      features.add(
          random.nextInt(3) > 0
              ? ModelFeature.number(key)
              : ModelFeature.category(
                  key, List.of("a", "b", "c", "d").subList(0, 1 + random.nextInt(4))));
    }
  }

  RandomForests(long seed, List<ModelFeature> features) {
    this.random = new Random(seed);
    this.features = features;
  }

  List<ModelFeature> features() {
    return features;
  }

  ForestDefinition forest() {
    return forest(1 + random.nextInt(5));
  }

  ForestDefinition forest(int count) {
    List<TreeNode> trees = new ArrayList<>();
    int depth = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      trees.add(inner(depth));
    }
    return new ForestDefinition(features, trees);
  }

  /** A number, a category, one never seen, or nothing; numbers often are a threshold. */
  double[] row() {
    double[] row = new double[features.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (random.nextInt(8)) {
            case 0, 1 -> Double.NaN;
            case 2 -> random.nextInt(-1, 6);
            default ->
                features.get(i).isCategory()
                    ? random.nextInt(features.get(i).values().size())
                    : threshold();
          };
    }
    return row;
  }

  private TreeNode inner(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return new TreeNode.Leaf(weights());
    }
    int attribute = random.nextInt(features.size());
    boolean isCategory = features.get(attribute).isCategory();
    int count = isCategory ? features.get(attribute).values().size() : 2;
    List<TreeNode.Branch> branches = branches(count, depth);
    boolean isOwn = branches.stream().anyMatch(TreeNode.Branch::isEmpty);
    ClassWeights own = isOwn ? weights() : null;
    return isCategory
        ? new TreeNode.CategorySplit(attribute, branches, own)
        : new TreeNode.NumericSplit(attribute, threshold(), branches.get(0), branches.get(1), own);
  }

  private List<TreeNode.Branch> branches(int count, int depth) {
    double[] share = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      share[i] = i > 0 && random.nextInt(4) == 0 ? 0 : random.nextDouble() + 0.01;
      sum += share[i];
    }
    List<TreeNode.Branch> branches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isEmpty = share[i] == 0 && random.nextBoolean();
      branches.add(
          new TreeNode.Branch(
              share[i] / sum, isEmpty ? new TreeNode.Leaf(null) : inner(depth - 1)));
    }
    return branches;
  }

  private ClassWeights weights() {
    return switch (random.nextInt(8)) {
      case 0 -> new ClassWeights(3 * random.nextDouble() + 0.1, 0);
      case 1 -> new ClassWeights(-1e-17, 1.3);
      case 2 -> new ClassWeights(random.nextInt(1, 50), random.nextInt(50));
      default -> new ClassWeights(random.nextDouble() * 30, random.nextDouble() * 10 + 1e-9);
    };
  }

  private double threshold() {
    return random.nextInt(-6, 7) / 2.0;
  }
}
