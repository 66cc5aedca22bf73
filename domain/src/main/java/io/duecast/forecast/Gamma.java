package io.duecast.forecast;

/** The gamma distribution of scale 1. */
final class Gamma {
  /** Beyond this shape the cube root is as good as normal. */
  private static final double LARGE_SHAPE = 200;

  private static final int MOST_STEPS = 200;
  private static final double ENOUGH = 1e-12;

  /** Lanczos, g = 7. */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private Gamma() {}

  /**
   * The value that is not exceeded with a probability.
   *
   * @param probability above 0 and below 1
   * @param shape above 0
   */
  static double quantile(double probability, double shape) {
    if (shape > LARGE_SHAPE) {
      double ninth = 1 / (9 * shape);
      double root = 1 - ninth + normal(probability) * Math.sqrt(ninth);
      return shape * root * root * root;
    }
    double low = 0;
    double high = shape + 10 * Math.sqrt(shape) + 50;
    for (int step = 0; step < MOST_STEPS && high - low > ENOUGH * high; step++) {
      double middle = (low + high) / 2;
      if (upTo(middle, shape) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The quantile of a normal distribution: its square is gamma. */
  private static double normal(double probability) {
    double beside = Math.sqrt(2 * quantile(Math.abs(2 * probability - 1), 0.5));
    return probability < 0.5 ? -beside : beside;
  }

  /** The probability of not exceeding a value: a series below the shape, a fraction above it. */
  static double upTo(double value, double shape) {
    if (value <= 0) {
      return 0;
    }
    double factor = StrictMath.exp(shape * StrictMath.log(value) - value - logGamma(shape));
    return value < shape + 1
        ? Math.min(1, factor * series(value, shape))
        : 1 - factor * fraction(value, shape);
  }

  private static double series(double value, double shape) {
    double term = 1 / shape;
    double sum = term;
    for (int i = 1; i < 10 * MOST_STEPS && term > ENOUGH * sum; i++) {
      term *= value / (shape + i);
      sum += term;
    }
    return sum;
  }

  /** By Lentz's method. */
  private static double fraction(double value, double shape) {
    double b = value + 1 - shape;
    double c = 1 / 1e-300;
    double d = 1 / b;
    double product = d;
    for (int i = 1; i < 10 * MOST_STEPS; i++) {
      double a = -i * (i - shape);
      b += 2;
      d = 1 / nonZero(a * d + b);
      c = nonZero(b + a / c);
      product *= d * c;
      if (Math.abs(d * c - 1) < ENOUGH) {
        break;
      }
    }
    return product;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < 1e-300 ? 1e-300 : value;
  }

  private static double logGamma(double x) {
    if (x < 0.5) {
      return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + LANCZOS.length - 2.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }
}
