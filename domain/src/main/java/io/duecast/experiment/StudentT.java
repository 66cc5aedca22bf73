package io.duecast.experiment;

import static io.duecast.check.Check.require;

/** Quantiles of Student's t distribution. */
final class StudentT {
  private static final double Z = 1.959963984540054;

  private StudentT() {}

  /**
   * The 97.5 % quantile, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5): too
   * small by at most 0.003.
   *
   * @param degrees of freedom, at least {@code 4}
   */
  static double quantile975(double degrees) {
    require(degrees >= 4, "%s degrees of freedom are less than 4", degrees);
    double z2 = Z * Z;
    double g1 = (z2 + 1) / 4;
    double g2 = ((5 * z2 + 16) * z2 + 3) / 96;
    double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    double n = degrees;
    return Z * (1 + (g1 + (g2 + (g3 + g4 / n) / n) / n) / n);
  }
}
