package io.duecast.trainer.forest;

import static io.duecast.check.Check.require;

import io.duecast.trainer.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.classifiers.trees.RandomTree;

/**
 * Grows a random forest of Weka's RandomTree, then corrects it: the trees of a round learn the
 * errors that those before make out of bag, moved from -1..1 to 0..1, and vote with them. So the
 * vote of all is the label's estimate plus a part of each correction, and still a mean over trees
 * (Ghosal and Hooker, Boosting random forests to reduce bias, 2021). It is the same forest whatever
 * the number of threads: each tree has its own bag and seed.
 */
public final class ForestTrainer {
  private record Grown(RandomTree tree, BitSet bag) {}

  private static final double NO_ERROR = 0.5;

  private final ForestSettings settings;

  static {
    WekaAlone.settle();
  }

  public ForestTrainer(ForestSettings settings) {
    this.settings = settings;
  }

  /**
   * Trains.
   *
   * @param late the rows that are late
   * @param weights of the rows, not negative; a weight of two is as the row twice
   * @throws IllegalArgumentException if all rows have one label
   */
  public TrainedForest train(Dataset rows, BitSet late, double[] weights) {
    return train(ModelInputs.of(rows), rows, late, weights);
  }

  /** Trains on inputs that were chosen before, from these rows or others. */
  public TrainedForest train(ModelInputs inputs, Dataset rows, BitSet late, double[] weights) {
    int lateRows = late.get(0, rows.rows()).cardinality();
    require(
        lateRows > 0 && lateRows < rows.rows(),
        "%d of %d rows are late: nothing to tell apart",
        lateRows,
        rows.rows());
    require(!inputs.features().isEmpty(), "no column varies: nothing to tell the rows apart by");
    BalancedRows balanced = BalancedRows.of(settings, inputs, rows, late, weights);
    return grow(inputs, balanced.rows(), balanced.late(), rows.rows());
  }

  /**
   * Grows the first trees only, which learn a share of each row.
   *
   * @param shares 0..1
   */
  public Forest learn(ModelInputs inputs, Dataset rows, double[] shares) {
    double[] weights = new double[rows.rows()];
    Arrays.fill(weights, 1);
    BinaryRows plain = new BinaryRows(inputs, rows, weights);
    return new Forest(
        inputs, growRound(0, inputs, plain, shares).stream().map(Grown::tree).toList());
  }

  private TrainedForest grow(ModelInputs inputs, BinaryRows rows, double[] late, int real) {
    List<RandomTree> trees = new ArrayList<>();
    List<double[]> stages = new ArrayList<>();
    double[] estimate = new double[rows.size()];
    for (int round = 0; round <= settings.rounds(); round++) {
      double[] targets = round == 0 ? late : errors(late, estimate);
      List<Grown> grown = growRound(round, inputs, rows, targets);
      grown.forEach(it -> trees.add(it.tree()));
      double[] said = outOfBag(grown, rows);
      correct(estimate, said, round);
      stages.add(votes(estimate, round, real));
    }
    return new TrainedForest(new Forest(inputs, trees), stages);
  }

  private static double[] errors(double[] late, double[] estimate) {
    return IntStream.range(0, late.length)
        .mapToDouble(row -> (late[row] - estimate[row] + 1) / 2)
        .map(it -> Double.isNaN(it) ? NO_ERROR : Math.clamp(it, 0.0, 1.0))
        .toArray();
  }

  private void correct(double[] estimate, double[] said, int round) {
    double part = (double) settings.treesPerRound() / settings.firstTrees();
    for (int row = 0; row < estimate.length; row++) {
      if (round == 0) {
        estimate[row] = said[row];
      } else if (!Double.isNaN(said[row])) {
        estimate[row] += part * (said[row] - NO_ERROR);
      }
    }
  }

  /** The estimates as the mean over the trees that stands for them. */
  private double[] votes(double[] estimate, int round, int real) {
    int trees = settings.treesAfter(round);
    double corrections = NO_ERROR * (trees - settings.firstTrees());
    return IntStream.range(0, real)
        .mapToDouble(row -> (settings.firstTrees() * estimate[row] + corrections) / trees)
        .map(it -> Math.clamp(it, 0.0, 1.0))
        .toArray();
  }

  private List<Grown> growRound(int round, ModelInputs inputs, BinaryRows rows, double[] targets) {
    int from = round == 0 ? 0 : settings.treesAfter(round - 1);
    return IntStream.range(from, settings.treesAfter(round))
        .parallel()
        .mapToObj(number -> grow(number, inputs, rows, targets))
        .toList();
  }

  private Grown grow(int number, ModelInputs inputs, BinaryRows rows, double[] targets) {
    SplittableRandom random = new SplittableRandom(settings.seed() + 0x9E3779B97F4A7C15L * number);
    BitSet drawn = rows.draw(settings.bagRows(rows.size()), random);
    RandomTree tree = new RandomTree();
    tree.setKValue(settings.inputsPerSplit(inputs.features().size()));
    tree.setMinNum(settings.minimumLeaf());
    tree.setSeed(random.nextInt());
    tree.setDoNotCheckCapabilities(true);
    try {
      tree.buildClassifier(rows.bag(drawn, targets));
    } catch (Exception e) {
      throw new IllegalStateException("Weka could not grow tree " + number, e);
    }
    return new Grown(tree, drawn);
  }

  private static double[] outOfBag(List<Grown> grown, BinaryRows rows) {
    return IntStream.range(0, rows.size())
        .parallel()
        .mapToDouble(row -> outOfBag(grown, rows, row))
        .toArray();
  }

  private static double outOfBag(List<Grown> grown, BinaryRows rows, int row) {
    double late = 0;
    int voters = 0;
    for (Grown one : grown) {
      if (!one.bag().get(row)) {
        late += Forest.distribution(one.tree(), rows.row(row))[1];
        voters++;
      }
    }
    return voters == 0 ? Double.NaN : late / voters;
  }
}
