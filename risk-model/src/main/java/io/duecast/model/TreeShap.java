package io.duecast.model;

/**
 * Exact Shapley values of a forest's vote. The game: a feature that does not play is missing, so
 * its questions send the row every way by the shares of the training rows. On demand, not for every
 * score.
 *
 * <p>A leaf pays the product, over the features on its path, of 1 or 0 (the feature plays and leads
 * there or not) or of its shares (it does not play). The Shapley value is the integral of the
 * derivative of that product's multilinear extension along the diagonal: a polynomial, which
 * Gauss-Legendre quadrature integrates exactly.
 */
public final class TreeShap {
  private final CompiledForest forest;
  private final double[] row;
  private final double[] values;
  private final Quadrature quadrature;

  // The distinct features on the path, with what each pays if it does not play, and if it does.
  private final int[] feature;
  private final double[] absent;
  private final double[] present;
  private int length;

  private TreeShap(CompiledForest forest, double[] row) {
    int longest = Math.min(forest.depth(), forest.features().size());
    this.forest = forest;
    this.row = row;
    this.values = new double[forest.features().size()];
    this.quadrature = Quadrature.exactTo(Math.max(0, longest - 1));
    this.feature = new int[longest];
    this.absent = new double[longest];
    this.present = new double[longest];
  }

  /**
   * The Shapley value of each feature; with the bias of {@link PathAttribution} they sum to the
   * vote.
   *
   * @param row as for {@link CompiledForest#score}; a missing value has the value 0
   */
  public static double[] of(CompiledForest forest, double[] row) {
    TreeShap shap = new TreeShap(forest, row);
    for (int tree = 0; tree < forest.trees(); tree++) {
      shap.walk(forest.root(tree), 1.0 / forest.trees());
    }
    return shap.values;
  }

  private void walk(int node, double weight) {
    if (weight == 0) {
      return;
    }
    if (forest.isLeaf(node)) {
      pay(weight * forest.mean(node));
      return;
    }
    int way = forest.way(node, row);
    int first = forest.firstChild(node);
    for (int child = first; child < first + forest.branches(node); child++) {
      if (way == CompiledForest.EVERY_WAY) {
        walk(child, weight * forest.share(child));
      } else {
        follow(forest.attribute(node), child, child == first + way, weight);
      }
    }
  }

  private void follow(int attribute, int child, boolean leadsThere, double weight) {
    int at = indexOf(attribute);
    if (at == length) {
      feature[at] = attribute;
      absent[at] = 1;
      present[at] = 1;
      length++;
      step(at, child, leadsThere, weight);
      length--;
    } else {
      step(at, child, leadsThere, weight);
    }
  }

  private void step(int at, int child, boolean leadsThere, double weight) {
    double absentBefore = absent[at];
    double presentBefore = present[at];
    absent[at] *= forest.share(child);
    present[at] = leadsThere ? presentBefore : 0;
    if (absent[at] != 0 || present[at] != 0) {
      walk(child, weight);
    }
    absent[at] = absentBefore;
    present[at] = presentBefore;
  }

  private int indexOf(int attribute) {
    int at = 0;
    while (at < length && feature[at] != attribute) {
      at++;
    }
    return at;
  }

  private void pay(double amount) {
    for (int point = 0; point < quadrature.points(); point++) {
      double t = quadrature.at(point);
      double product = amount * quadrature.weight(point);
      for (int i = 0; i < length; i++) {
        product *= factor(i, t);
      }
      for (int i = 0; i < length; i++) {
        values[feature[i]] += (present[i] - absent[i]) * product / factor(i, t);
      }
    }
  }

  /** Never 0: t lies inside of 0 and 1, and a feature that pays nothing either way is not here. */
  private double factor(int i, double t) {
    return absent[i] + (present[i] - absent[i]) * t;
  }

  /** Gauss-Legendre on 0 to 1. */
  private static final class Quadrature {
    private final double[] at;
    private final double[] weight;

    private Quadrature(int points) {
      at = new double[points];
      weight = new double[points];
    }

    /** Integrates polynomials up to the degree without error. */
    static Quadrature exactTo(int degree) {
      int n = degree / 2 + 1;
      Quadrature quadrature = new Quadrature(n);
      for (int i = 0; i < n; i++) {
        double x = root(n, i);
        double slope = legendre(n, x)[1];
        quadrature.at[i] = (1 + x) / 2;
        quadrature.weight[i] = 1 / ((1 - x * x) * slope * slope);
      }
      return quadrature;
    }

    int points() {
      return at.length;
    }

    double at(int point) {
      return at[point];
    }

    double weight(int point) {
      return weight[point];
    }

    /** Newton's method from Tricomi's first guess; it converges within a few steps. */
    private static double root(int n, int i) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      for (int step = 0; step < 10; step++) {
        double[] p = legendre(n, x);
        x -= p[0] / p[1];
      }
      return x;
    }

    /** The n-th Legendre polynomial and its slope. */
    private static double[] legendre(int n, double x) {
      double before = 1;
      double p = x;
      for (int k = 2; k <= n; k++) {
        double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
        before = p;
        p = next;
      }
      return new double[] {p, n * (before - x * p) / (1 - x * x)};
    }
  }
}
