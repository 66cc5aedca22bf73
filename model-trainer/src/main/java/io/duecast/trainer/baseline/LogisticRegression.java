package io.duecast.trainer.baseline;

import io.duecast.model.ModelFeature;
import io.duecast.trainer.data.Dataset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression with a small ridge, by Newton's method: what a forest is compared with.
 * Numbers are standardised and clipped to five deviations, a missing one is the mean and says that
 * it is missing; a category is one column for each word.
 */
public final class LogisticRegression {
  private static final double RIDGE = 1;
  private static final int STEPS = 12;
  private static final double WIDEST = 5;

  private final List<ModelFeature> features;
  private final double[] mean;
  private final double[] deviation;
  private double[] coefficients;

  private LogisticRegression(List<ModelFeature> features, Dataset rows) {
    this.features = features;
    this.mean = new double[features.size()];
    this.deviation = new double[features.size()];
    for (int f = 0; f < features.size(); f++) {
      if (!features.get(f).isCategory()) {
        int column = rows.columns().indexOf(features.get(f).key());
        double[] known =
            IntStream.range(0, rows.rows())
                .mapToDouble(row -> rows.number(column, row))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double average = Arrays.stream(known).average().orElse(0);
        mean[f] = average;
        deviation[f] =
            Math.sqrt(
                Arrays.stream(known)
                    .map(it -> (it - average) * (it - average))
                    .average()
                    .orElse(1));
      }
    }
    this.coefficients = new double[0];
  }

  /** Fits. */
  public static LogisticRegression fit(List<ModelFeature> features, Dataset rows, BitSet late) {
    LogisticRegression model = new LogisticRegression(features, rows);
    double[][] x = model.design(rows);
    model.coefficients = new double[x.length == 0 ? 1 : x[0].length];
    for (int step = 0; step < STEPS; step++) {
      model.step(x, late);
    }
    return model;
  }

  private void step(double[][] x, BitSet late) {
    int d = coefficients.length;
    double[] gradient = new double[d];
    double[][] hessian = new double[d][d];
    for (int row = 0; row < x.length; row++) {
      double p = probability(x[row]);
      double error = (late.get(row) ? 1 : 0) - p;
      double weight = p * (1 - p);
      for (int i = 0; i < d; i++) {
        if (x[row][i] != 0) {
          gradient[i] += error * x[row][i];
          double scaled = weight * x[row][i];
          for (int j = 0; j <= i; j++) {
            hessian[i][j] += scaled * x[row][j];
          }
        }
      }
    }
    for (int i = 0; i < d; i++) {
      gradient[i] -= i == 0 ? 0 : RIDGE * coefficients[i];
      hessian[i][i] += i == 0 ? 1e-9 : RIDGE;
    }
    double[] move = solve(hessian, gradient);
    for (int i = 0; i < d; i++) {
      coefficients[i] += move[i];
    }
  }

  /** By Cholesky's decomposition; only the lower half of the matrix is read. */
  private static double[] solve(double[][] a, double[] b) {
    int d = b.length;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / a[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = d - 1; i >= 0; i--) {
      for (int k = i + 1; k < d; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }

  private double probability(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += coefficients[i] * row[i];
    }
    return 1 / (1 + Math.exp(-Math.clamp(sum, -30, 30)));
  }

  /** The probability of being late of each row. */
  public double[] probabilities(Dataset rows) {
    return Arrays.stream(design(rows)).mapToDouble(this::probability).toArray();
  }

  private double[][] design(Dataset rows) {
    int columns = 1;
    for (ModelFeature feature : features) {
      columns += feature.isCategory() ? feature.values().size() : 2;
    }
    double[][] x = new double[rows.rows()][columns];
    for (double[] row : x) {
      row[0] = 1;
    }
    int at = 1;
    for (int f = 0; f < features.size(); f++) {
      ModelFeature feature = features.get(f);
      int column = rows.columns().indexOf(feature.key());
      for (int row = 0; row < x.length; row++) {
        if (feature.isCategory()) {
          int word = feature.values().indexOf(String.valueOf(rows.word(column, row)));
          if (word >= 0) {
            x[row][at + word] = 1;
          }
        } else {
          fill(x[row], at, f, rows.number(column, row));
        }
      }
      at += feature.isCategory() ? feature.values().size() : 2;
    }
    return x;
  }

  private void fill(double[] row, int at, int feature, double value) {
    if (Double.isNaN(value)) {
      row[at + 1] = 1;
    } else if (deviation[feature] > 0) {
      row[at] = Math.clamp((value - mean[feature]) / deviation[feature], -WIDEST, WIDEST);
    }
  }
}
