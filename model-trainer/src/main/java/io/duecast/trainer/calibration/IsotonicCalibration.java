package io.duecast.trainer.calibration;

import static io.duecast.check.Check.require;

import io.duecast.model.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A rising, piecewise linear map from votes to probabilities: centred isotonic regression. Votes
 * are pooled until the observed shares rise; each pool stands at its mean vote, and between two
 * pools the line is straight, so that no two different votes in between become one probability
 * (Oron and Flournoy, Centered Isotonic Regression, 2017). Outside it is flat.
 *
 * @param knots in order of rising votes
 */
public record IsotonicCalibration(List<Knot> knots) {
  /**
   * A vote and its probability.
   *
   * @param weight of the rows behind it
   */
  public record Knot(double vote, double probability, double weight) {}

  /**
   * The same map for the risk model.
   *
   * @see Calibration#fit
   */
  public Calibration forServing() {
    return Calibration.fit(
        knots.stream().mapToDouble(Knot::vote).toArray(),
        knots.stream().mapToDouble(Knot::probability).toArray(),
        knots.stream().mapToDouble(Knot::weight).toArray());
  }

  private record Pool(double votes, double late, double weight) {
    double mean() {
      return votes / weight;
    }

    double share() {
      return late / weight;
    }

    Pool and(Pool next) {
      return new Pool(votes + next.votes, late + next.late, weight + next.weight);
    }
  }

  public IsotonicCalibration {
    knots = List.copyOf(knots);
    require(!knots.isEmpty(), "a calibration has no knots");
    for (int i = 1; i < knots.size(); i++) {
      require(
          knots.get(i - 1).vote() < knots.get(i).vote()
              && knots.get(i - 1).probability() <= knots.get(i).probability(),
          "%s does not rise to %s",
          knots.get(i - 1),
          knots.get(i));
    }
  }

  /**
   * Fits votes on rows that the voters have not seen.
   *
   * @param votes 0..1; NaN if a row has none: it is left out
   * @param late the rows that were late
   * @param weights of the rows, positive
   */
  public static IsotonicCalibration fit(double[] votes, BitSet late, double[] weights) {
    List<Pool> pools = new ArrayList<>();
    for (Pool next : byVote(votes, late, weights)) {
      Pool pool = next;
      while (!pools.isEmpty() && pools.getLast().share() >= pool.share()) {
        pool = pools.removeLast().and(pool);
      }
      pools.add(pool);
    }
    require(!pools.isEmpty(), "no row has a vote");
    double lowest = 1 / (pools.getFirst().weight() + 2);
    double highest = 1 - 1 / (pools.getLast().weight() + 2);
    return new IsotonicCalibration(
        pools.stream()
            .map(it -> new Knot(it.mean(), Math.clamp(it.share(), lowest, highest), it.weight()))
            .toList());
  }

  /** Rows with one vote are one pool from the start. */
  private static List<Pool> byVote(double[] votes, BitSet late, double[] weights) {
    Integer[] order = new Integer[votes.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> votes[i]));
    List<Pool> pools = new ArrayList<>();
    double last = Double.NaN;
    for (int row : order) {
      if (Double.isNaN(votes[row])) {
        continue;
      }
      double weight = weights[row];
      Pool one = new Pool(votes[row] * weight, late.get(row) ? weight : 0, weight);
      boolean same = votes[row] == last;
      pools.add(same ? pools.removeLast().and(one) : one);
      last = votes[row];
    }
    return pools;
  }

  /** The probability of a vote. */
  public double probability(double vote) {
    int after = 0;
    while (after < knots.size() && knots.get(after).vote() < vote) {
      after++;
    }
    if (after == 0) {
      return knots.getFirst().probability();
    }
    if (after == knots.size()) {
      return knots.getLast().probability();
    }
    Knot low = knots.get(after - 1);
    Knot high = knots.get(after);
    double part = (vote - low.vote()) / (high.vote() - low.vote());
    return low.probability() + part * (high.probability() - low.probability());
  }
}
