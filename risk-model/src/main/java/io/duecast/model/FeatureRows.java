package io.duecast.model;

import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import java.util.List;
import java.util.Map;

/**
 * Turns vectors of one feature set into rows of a model, by the features' keys. What the set lacks,
 * or holds as another kind, is missing; so is a category that was never seen in training. What a
 * missing value stands as, the feature says.
 */
final class FeatureRows {
  private static final int LACKING = -1;

  private final List<ModelFeature> features;
  private final FeatureSet set;
  private final int[] source;
  private final List<Map<String, Integer>> categories;

  FeatureRows(List<ModelFeature> features, FeatureSet set) {
    this.features = features;
    this.set = set;
    this.source = features.stream().mapToInt(it -> source(it, set)).toArray();
    this.categories = features.stream().map(ModelFeature::places).toList();
  }

  private static int source(ModelFeature feature, FeatureSet set) {
    int index = set.keys().indexOf(feature.key());
    return index >= 0 && set.isCategory(index) == feature.isCategory() ? index : LACKING;
  }

  boolean reads(FeatureSet other) {
    return other == set || other.fingerprint().equals(set.fingerprint());
  }

  double[] row(FeatureVector vector) {
    double[] row = new double[source.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = features.get(i).inRow(source[i] == LACKING ? Double.NaN : value(i, vector));
    }
    return row;
  }

  private double value(int i, FeatureVector vector) {
    if (!features.get(i).isCategory()) {
      return vector.number(source[i]);
    }
    Integer index = categories.get(i).get(vector.category(source[i]));
    return index == null ? Double.NaN : index;
  }
}
