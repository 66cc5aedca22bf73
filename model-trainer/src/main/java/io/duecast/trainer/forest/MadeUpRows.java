package io.duecast.trainer.forest;

import io.duecast.trainer.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.supervised.instance.SMOTE;
import weka.filters.unsupervised.attribute.ReplaceMissingValues;

/**
 * Late rows that SMOTE makes up between real ones until they are as many as those on time. It
 * compares each row with each other, and takes a missing value for one like any: so it is given a
 * sample, its gaps filled with means and modes.
 */
final class MadeUpRows {
  private static final int MOST_LATE = 1_000;
  private static final int MOST_PAID = 4_000;

  private MadeUpRows() {}

  /** The real rows, and after them those made up. */
  static BalancedRows beside(
      ModelInputs inputs, Dataset rows, BitSet late, double[] weights, long seed) {
    BinaryRows real = new BinaryRows(inputs, rows, weights);
    double[] lateShares = BalancedRows.ones(late, rows.rows());
    int lateRows = late.get(0, rows.rows()).cardinality();
    int missing = rows.rows() - 2 * lateRows;
    if (missing <= 0) {
      return new BalancedRows(real, lateShares);
    }
    List<Instance> made = make(inputs, real, late, missing, seed);
    double[] all = Arrays.copyOf(lateShares, lateShares.length + made.size());
    Arrays.fill(all, lateShares.length, all.length, 1);
    return new BalancedRows(real.and(made), all);
  }

  private static List<Instance> make(
      ModelInputs inputs, BinaryRows real, BitSet late, int count, long seed) {
    Instances sample = sample(inputs, real, late, seed);
    int sampledLate = sample.attributeStats(sample.classIndex()).nominalCounts[1];
    try {
      ReplaceMissingValues fill = new ReplaceMissingValues();
      fill.setInputFormat(sample);
      Instances filled = Filter.useFilter(sample, fill);
      SMOTE smote = new SMOTE();
      smote.setClassValue("2");
      smote.setRandomSeed(Long.hashCode(seed));
      smote.setPercentage(100.0 * count / sampledLate);
      smote.setInputFormat(filled);
      Instances more = Filter.useFilter(filled, smote);
      return new ArrayList<>(more.subList(filled.size(), more.size()));
    } catch (Exception e) {
      throw new IllegalStateException("Weka's SMOTE could not make rows", e);
    }
  }

  private static Instances sample(ModelInputs inputs, BinaryRows real, BitSet late, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Instances sample = new Instances(inputs.header(), MOST_LATE + MOST_PAID);
    int[] order = IntStream.range(0, real.size()).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[other];
      order[other] = row;
    }
    int[] room = {MOST_PAID, MOST_LATE};
    for (int row : order) {
      int label = late.get(row) ? 1 : 0;
      if (room[label]-- > 0) {
        sample.add(real.labelled(row, label));
      }
    }
    return sample;
  }
}
