package io.duecast.trainer.calibration;

import java.util.Arrays;

/**
 * A smooth rising curve from an estimate to a probability: logistic regression on the logarithms of
 * the estimate and of what is left to 1 (Kull, Silva Filho and Flach, Beta calibration, 2017).
 * Three numbers: it cannot learn the luck of its rows by heart.
 */
final class BetaCurve {
  private static final double NEAREST = 1e-3;
  private static final double RIDGE = 1e-3;
  private static final int STEPS = 25;

  private final double[] coefficients;

  private BetaCurve(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /**
   * Fits.
   *
   * @param estimates outside of 0..1 they count as its ends
   * @param outcomes 0..1
   */
  static BetaCurve fit(double[] estimates, double[] outcomes, double[] weights) {
    BetaCurve both = fit(estimates, outcomes, weights, new boolean[] {true, true});
    if (both.coefficients[1] >= 0 && both.coefficients[2] >= 0) {
      return both;
    }
    boolean first = both.coefficients[1] >= 0;
    BetaCurve one = fit(estimates, outcomes, weights, new boolean[] {first, !first});
    one.coefficients[1] = Math.max(0, one.coefficients[1]);
    one.coefficients[2] = Math.max(0, one.coefficients[2]);
    return one;
  }

  private static BetaCurve fit(
      double[] estimates, double[] outcomes, double[] weights, boolean[] free) {
    BetaCurve curve = new BetaCurve(new double[] {0, free[0] ? 1 : 0, free[1] ? 1 : 0});
    for (int step = 0; step < STEPS; step++) {
      curve.step(estimates, outcomes, weights, free);
    }
    return curve;
  }

  private void step(double[] estimates, double[] outcomes, double[] weights, boolean[] free) {
    double[] gradient = new double[3];
    double[][] hessian = {{RIDGE, 0, 0}, {0, RIDGE, 0}, {0, 0, RIDGE}};
    for (int row = 0; row < estimates.length; row++) {
      double[] x = inputs(estimates[row]);
      x[1] = free[0] ? x[1] : 0;
      x[2] = free[1] ? x[2] : 0;
      double p = logistic(x);
      for (int i = 0; i < 3; i++) {
        gradient[i] += weights[row] * (outcomes[row] - p) * x[i];
        for (int j = 0; j < 3; j++) {
          hessian[i][j] += weights[row] * p * (1 - p) * x[i] * x[j];
        }
      }
    }
    double[] move = solve(hessian, gradient);
    for (int i = 0; i < 3; i++) {
      coefficients[i] += Math.clamp(move[i], -2, 2);
    }
  }

  /** By Cramer's rule. */
  private static double[] solve(double[][] a, double[] b) {
    double all = determinant(a);
    double[] x = new double[3];
    for (int column = 0; column < 3; column++) {
      double[][] replaced = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
      for (int row = 0; row < 3; row++) {
        replaced[row][column] = b[row];
      }
      x[column] = determinant(replaced) / all;
    }
    return x;
  }

  private static double determinant(double[][] a) {
    return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
        - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
        + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
  }

  private static double[] inputs(double estimate) {
    double inside = Math.clamp(estimate, NEAREST, 1 - NEAREST);
    return new double[] {1, Math.log(inside), -Math.log(1 - inside)};
  }

  private double logistic(double[] x) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += coefficients[i] * x[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  double probability(double estimate) {
    return logistic(inputs(estimate));
  }
}
