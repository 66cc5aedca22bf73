package io.duecast.health;

/**
 * Parts the probabilities into bins that are the finer the nearer they are to 0 or 1: the same on
 * every machine.
 *
 * @param bins how many
 */
record ScoreScale(int bins) {
  /** For all invoices of a model. */
  static final ScoreScale FINE = new ScoreScale(400);

  /** For a part of them. */
  static final ScoreScale COARSE = new ScoreScale(100);

  int bin(double probability) {
    double angle = StrictMath.asin(StrictMath.sqrt(probability)) * 2 / Math.PI;
    return Math.min(bins - 1, (int) (angle * bins));
  }

  /** What stands for all probabilities of a bin. */
  double middle(int bin) {
    double sine = StrictMath.sin((bin + 0.5) / bins * Math.PI / 2);
    return sine * sine;
  }
}
