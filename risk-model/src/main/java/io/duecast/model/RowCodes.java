package io.duecast.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a forest can tell of a row, in whole numbers: of a number, how many of the thresholds that
 * the forest asks for are not above it; of a category, its index. A number is below a threshold if,
 * and only if, its rank is not above the threshold's: nothing is rounded.
 *
 * <p>A code leaves its lower {@link #SHIFT} bits free; the lowest says that the value is missing. A
 * category's is negative, so that one subtraction serves both.
 */
final class RowCodes {
  static final int SHIFT = 5;

  /** Of a missing value: it goes to the first child, and shows that it did not have to. */
  static final int MISSING = 1;

  /** Categories of each feature; 0 of a number. */
  private final int[] categories;

  /** Where the thresholds of each feature start, and after the last one where they end. */
  private final int[] from;

  private final double[] thresholds;

  private RowCodes(int[] categories, int[] from, double[] thresholds) {
    this.categories = categories;
    this.from = from;
    this.thresholds = thresholds;
  }

  static RowCodes of(List<ModelFeature> features, ForestArrays forest) {
    int[] categories = features.stream().mapToInt(it -> it.values().size()).toArray();
    int[] start = new int[categories.length + 1];
    for (int attribute : forest.attribute) {
      if (attribute != ForestArrays.LEAF && categories[attribute] == 0) {
        start[attribute + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    double[] all = new double[start[categories.length]];
    int[] end = start.clone();
    for (int node = 0; node < forest.attribute.length; node++) {
      int attribute = forest.attribute[node];
      if (attribute != ForestArrays.LEAF && categories[attribute] == 0) {
        all[end[attribute]++] = positiveZero(forest.value[node]);
      }
    }
    int[] from = new int[start.length];
    int kept = 0;
    for (int feature = 0; feature < categories.length; feature++) {
      from[feature] = kept;
      Arrays.sort(all, start[feature], start[feature + 1]);
      for (int i = start[feature]; i < start[feature + 1]; i++) {
        if (i == start[feature] || all[i] != all[i - 1]) {
          all[kept++] = all[i];
        }
      }
    }
    from[categories.length] = kept;
    return new RowCodes(categories, from, Arrays.copyOf(all, kept));
  }

  int features() {
    return categories.length;
  }

  boolean isCategory(int feature) {
    return categories[feature] > 0;
  }

  /** How many thresholds of the feature are below this one of it. */
  int rank(int feature, double threshold) {
    int found =
        Arrays.binarySearch(thresholds, from[feature], from[feature + 1], positiveZero(threshold));
    return found - from[feature];
  }

  /** Children of a node that asks for the feature. */
  int branches(int feature) {
    return isCategory(feature) ? categories[feature] : 2;
  }

  /** The bit that stands for a feature, and for each 64th after it. */
  static long bit(int feature) {
    return 1L << feature;
  }

  /**
   * The codes of a row.
   *
   * @return the bits of the missing features; 0 if the row is complete
   */
  long write(double[] row, int[] codes) {
    long missing = 0;
    for (int feature = 0; feature < categories.length; feature++) {
      int code = code(feature, row[feature]);
      codes[feature] = code;
      missing |= code == MISSING ? bit(feature) : 0;
    }
    return missing;
  }

  private int code(int feature, double value) {
    int count = categories[feature];
    if (count > 0) {
      return value >= 0 && value < count ? -((int) value << SHIFT) : MISSING;
    }
    if (Double.isNaN(value)) {
      return MISSING;
    }
    int start = from[feature];
    int base = start;
    for (int left = from[feature + 1] - start; left > 0; ) {
      int half = (left + 1) >>> 1;
      base += thresholds[base + half - 1] <= value ? half : 0;
      left -= half;
    }
    return (base - start) << SHIFT;
  }

  /** The two zeros are one threshold. */
  private static double positiveZero(double threshold) {
    return threshold + 0.0;
  }
}
