package io.duecast.trainer.forest;

import static io.duecast.check.Check.require;

import io.duecast.trainer.data.Dataset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.classifiers.trees.RandomTree;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Grows a random forest of Weka's RandomTree: each tree of its own bag and seed, so that it is the
 * same forest whatever the number of threads, and each row has the votes of the trees that have not
 * seen it.
 */
public final class ForestTrainer {
  private record Grown(RandomTree tree, BitSet outOfBag) {}

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
    List<Instance> instances = inputs.instances(rows);
    double[] balanced = balanced(late, weights);
    List<Grown> grown =
        IntStream.range(0, settings.trees())
            .parallel()
            .mapToObj(i -> grow(i, inputs, instances, late, balanced))
            .toList();
    Forest forest = new Forest(inputs, grown.stream().map(Grown::tree).toList());
    return new TrainedForest(forest, votes(grown, instances));
  }

  private double[] balanced(BitSet late, double[] weights) {
    if (settings.balance() == ClassBalance.NONE) {
      return weights;
    }
    double all = Arrays.stream(weights).sum();
    double ofLate = late.stream().mapToDouble(row -> weights[row]).sum();
    return IntStream.range(0, weights.length)
        .mapToDouble(row -> weights[row] * all / 2 / (late.get(row) ? ofLate : all - ofLate))
        .toArray();
  }

  private Grown grow(
      int number, ModelInputs inputs, List<Instance> rows, BitSet late, double[] weights) {
    SplittableRandom random = new SplittableRandom(settings.seed() + 0x9E3779B97F4A7C15L * number);
    int[] copies = new int[rows.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[random.nextInt(copies.length)]++;
    }
    Instances bag = new Instances(inputs.header(), rows.size());
    BitSet outOfBag = new BitSet();
    for (int i = 0; i < copies.length; i++) {
      if (copies[i] == 0) {
        outOfBag.set(i);
      } else if (weights[i] > 0) {
        Instance row = (Instance) rows.get(i).copy();
        row.setDataset(bag);
        row.setClassValue(late.get(i) ? 1 : 0);
        row.setWeight(copies[i] * weights[i]);
        bag.add(row);
      }
    }
    RandomTree tree = new RandomTree();
    tree.setKValue(settings.inputsPerSplit(inputs.features().size()));
    tree.setMinNum(settings.minimumLeaf());
    tree.setMaxDepth(settings.maximumDepth());
    tree.setSeed(random.nextInt());
    tree.setDoNotCheckCapabilities(true);
    try {
      tree.buildClassifier(bag);
    } catch (Exception e) {
      throw new IllegalStateException("Weka could not grow tree " + number, e);
    }
    return new Grown(tree, outOfBag);
  }

  private static double[] votes(List<Grown> grown, List<Instance> rows) {
    return IntStream.range(0, rows.size())
        .parallel()
        .mapToDouble(row -> outOfBagVote(grown, rows.get(row), row))
        .toArray();
  }

  private static double outOfBagVote(List<Grown> grown, Instance row, int index) {
    double late = 0;
    int voters = 0;
    for (Grown one : grown) {
      if (one.outOfBag().get(index)) {
        late += Forest.distribution(one.tree(), row)[1];
        voters++;
      }
    }
    return voters == 0 ? Double.NaN : Math.clamp(late / voters, 0.0, 1.0);
  }
}
