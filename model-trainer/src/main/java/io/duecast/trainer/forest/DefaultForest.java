package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.trees.RandomForest;
import weka.core.Instance;
import weka.core.Instances;

/** Weka's RandomForest as it comes: what the settings of a model are compared with. */
public final class DefaultForest {
  private final ModelInputs inputs;
  private final RandomForest forest;

  static {
    WekaAlone.settle();
  }

  private DefaultForest(ModelInputs inputs, RandomForest forest) {
    this.inputs = inputs;
    this.forest = forest;
  }

  /** Trains; nothing is set but the seed and the number of threads, which changes nothing. */
  public static DefaultForest train(ModelInputs inputs, Dataset rows, BitSet late, int seed) {
    List<Instance> instances = inputs.instances(rows);
    Instances all = new Instances(inputs.header(), instances.size());
    for (int row = 0; row < instances.size(); row++) {
      Instance instance = instances.get(row);
      instance.setClassValue(late.get(row) ? 1 : 0);
      all.add(instance);
    }
    RandomForest forest = new RandomForest();
    forest.setSeed(seed);
    forest.setNumExecutionSlots(Runtime.getRuntime().availableProcessors());
    try {
      forest.buildClassifier(all);
    } catch (Exception e) {
      throw new IllegalStateException("Weka could not grow its forest", e);
    }
    return new DefaultForest(inputs, forest);
  }

  /** The vote for late of each row, 0..1. */
  public double[] votes(Dataset rows) {
    List<Instance> instances = inputs.instances(rows);
    return IntStream.range(0, instances.size())
        .mapToDouble(row -> Math.clamp(vote(instances.get(row)), 0.0, 1.0))
        .toArray();
  }

  private double vote(Instance row) {
    try {
      return forest.distributionForInstance(row)[1];
    } catch (Exception e) {
      throw new IllegalStateException("Weka could not score a row", e);
    }
  }
}
