package io.duecast.trainer.calibration;

import static io.duecast.check.Check.require;

import io.duecast.model.Calibration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Calibrates votes on rows that the voters have not seen: the mean of the centred isotonic
 * regression, which follows any shape, and of a {@link BetaCurve}, which does not follow chance.
 */
public final class VoteCalibration {
  private static final double SMOOTH_SHARE = 0.5;
  private static final int POINTS = 200;

  /** Nearer to 0 or 1 no curve says. */
  private static final double SUREST = 1e-6;

  private VoteCalibration() {}

  /**
   * Fits.
   *
   * @param votes 0..1; NaN if a row has none: it is left out
   * @param late the rows that were late
   * @param scale what a vote estimates
   */
  public static Calibration fit(double[] votes, BitSet late, VoteScale scale) {
    int[] voted = IntStream.range(0, votes.length).filter(i -> !Double.isNaN(votes[i])).toArray();
    require(voted.length > 0, "no row has a vote");
    double[] known = Arrays.stream(voted).mapToDouble(i -> votes[i]).toArray();
    double[] outcomes = Arrays.stream(voted).mapToDouble(i -> late.get(i) ? 1 : 0).toArray();
    double[] ones = new double[voted.length];
    Arrays.fill(ones, 1);
    Calibration isotonic = Calibration.fit(known, outcomes, ones);
    double[] estimates = Arrays.stream(known).map(scale::estimate).toArray();
    BetaCurve curve = BetaCurve.fit(estimates, outcomes, ones);
    double[] knots = knots(known);
    return new Calibration(
        knots,
        rising(
            Arrays.stream(knots)
                .map(
                    vote ->
                        (1 - SMOOTH_SHARE) * isotonic.probability(vote)
                            + SMOOTH_SHARE * curve.probability(scale.estimate(vote)))
                .toArray()),
        Arrays.stream(knots).map(isotonic::weight).toArray());
  }

  /** Quantiles of the votes. */
  private static double[] knots(double[] votes) {
    double[] sorted = votes.clone();
    Arrays.sort(sorted);
    TreeSet<Double> knots = new TreeSet<>();
    for (int point = 0; point <= POINTS; point++) {
      knots.add(sorted[(int) ((long) point * (sorted.length - 1) / POINTS)]);
    }
    return knots.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] rising(double[] probabilities) {
    double before = SUREST;
    for (int i = 0; i < probabilities.length; i++) {
      before = Math.clamp(probabilities[i], before, 1 - SUREST);
      probabilities[i] = before;
    }
    return probabilities;
  }
}
