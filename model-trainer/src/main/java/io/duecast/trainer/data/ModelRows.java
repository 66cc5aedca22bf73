package io.duecast.trainer.data;

import io.duecast.model.ModelFeature;
import java.util.List;
import java.util.Map;

/** Rows of a data set as the forests of a model take them. */
public final class ModelRows {
  private ModelRows() {}

  /**
   * The values of these features in each row, in their order; what the data set has no column of
   * the kind for is missing everywhere.
   */
  public static double[][] of(List<ModelFeature> features, Dataset rows) {
    double[][] values = new double[rows.rows()][features.size()];
    for (int f = 0; f < features.size(); f++) {
      ModelFeature feature = features.get(f);
      int column = rows.columns().indexOf(feature.key());
      boolean isThere = column >= 0 && rows.columns().isCategory(column) == feature.isCategory();
      Map<String, Integer> places = feature.places();
      for (int row = 0; row < values.length; row++) {
        values[row][f] =
            feature.inRow(isThere ? value(feature, rows, column, row, places) : Double.NaN);
      }
    }
    return values;
  }

  private static double value(
      ModelFeature feature, Dataset rows, int column, int row, Map<String, Integer> places) {
    if (!feature.isCategory()) {
      return rows.number(column, row);
    }
    Integer place = places.get(rows.word(column, row));
    return place == null ? Double.NaN : place;
  }
}
