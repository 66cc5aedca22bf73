package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows that a tree of two classes can learn any share from: each one stands ready as paid and as
 * late, and a bag takes both, weighted by the share of late that is to be learned.
 */
final class BinaryRows {
  private final ModelInputs inputs;
  private final List<Instance> plain;
  private final List<Instance> paid = new ArrayList<>();
  private final List<Instance> late = new ArrayList<>();
  private final double[] weights;

  /**
   * @param weights of the rows, not negative
   */
  BinaryRows(ModelInputs inputs, Dataset rows, double[] weights) {
    this(inputs, inputs.instances(rows), weights);
  }

  private BinaryRows(ModelInputs inputs, List<Instance> rows, double[] weights) {
    this.inputs = inputs;
    this.plain = rows;
    this.weights = weights;
    for (Instance row : plain) {
      paid.add(labelled(row, 0));
      late.add(labelled(row, 1));
    }
  }

  /** These, and others of a weight of 1 after them. */
  BinaryRows and(List<Instance> others) {
    List<Instance> all = new ArrayList<>(plain);
    all.addAll(others);
    double[] allWeights = Arrays.copyOf(weights, all.size());
    Arrays.fill(allWeights, weights.length, allWeights.length, 1);
    return new BinaryRows(inputs, all, allWeights);
  }

  private Instance labelled(Instance row, int label) {
    Instance copy = (Instance) row.copy();
    copy.setDataset(inputs.header());
    copy.setClassValue(label);
    return copy;
  }

  int size() {
    return plain.size();
  }

  Instance row(int index) {
    return plain.get(index);
  }

  /** A row with its label: 0 for paid, 1 for late. */
  Instance labelled(int index, int label) {
    return label == 0 ? paid.get(index) : late.get(index);
  }

  /**
   * A bag of so many rows, each at most once.
   *
   * @param lateShares to be learned, one for each row, 0..1
   */
  Instances bag(BitSet drawn, double[] lateShares) {
    Instances bag = new Instances(inputs.header(), 2 * drawn.cardinality());
    for (int row = drawn.nextSetBit(0); row >= 0; row = drawn.nextSetBit(row + 1)) {
      add(bag, paid.get(row), weights[row] * (1 - lateShares[row]));
      add(bag, late.get(row), weights[row] * lateShares[row]);
    }
    return bag;
  }

  private static void add(Instances bag, Instance row, double weight) {
    if (weight > 0) {
      bag.add(row);
      bag.get(bag.size() - 1).setWeight(weight);
    }
  }

  /** So many different rows, by chance. */
  BitSet draw(int count, SplittableRandom random) {
    BitSet drawn = new BitSet(size());
    int left = count;
    for (int row = 0; row < size() && left > 0; row++) {
      if (random.nextInt(size() - row) < left) {
        drawn.set(row);
        left--;
      }
    }
    return drawn;
  }
}
