package io.duecast.model;

import static io.duecast.check.Check.require;

import io.duecast.risk.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Turns a forest's vote into a probability: the isotonic regression of outcomes on votes that the
 * forest did not learn from.
 *
 * <p>The fit is centred: a block of pooled votes stands at its mean vote, between two blocks the
 * probability is interpolated, so that no two votes in between become one (Oron and Flournoy,
 * Centered isotonic regression, 2017); beyond the first and last it stays. It never falls, and it
 * never is 0 or 1: the fit counts half a hit below all votes and half a miss above them, so the end
 * blocks pool until their means are inside.
 */
public final class Calibration {
  private static final double GUARD_WEIGHT = 0.5;

  /** Nearer to 0 or 1 no number of invoices can bring it. */
  private static final double SUREST = 1e-9;

  /** A tenth of a normal distribution lies beyond so many deviations. */
  private static final double TENTH = 1.2816;

  private final double[] votes;
  private final double[] probabilities;
  private final double[] weights;

  /**
   * One that was fitted otherwise.
   *
   * @param votes rising
   * @param probabilities at the votes; never falling, inside of 0 and 1
   * @param weights of the observations behind each probability
   * @throws IllegalArgumentException if they are not so
   */
  public Calibration(double[] votes, double[] probabilities, double[] weights) {
    this.votes = votes.clone();
    this.probabilities = probabilities.clone();
    this.weights = weights.clone();
    require(
        votes.length > 0 && votes.length == probabilities.length && votes.length == weights.length,
        "a calibration of %d votes, %d probabilities, %d weights",
        votes.length,
        probabilities.length,
        weights.length);
    for (int i = 0; i < votes.length; i++) {
      double p = probabilities[i];
      require(
          Double.isFinite(votes[i])
              && p >= SUREST
              && p <= 1 - SUREST
              && weights[i] > 0
              && weights[i] < 1e15,
          "a calibration of %s at %s, weight %s",
          p,
          votes[i],
          weights[i]);
      require(
          i == 0 || (votes[i - 1] < votes[i] && probabilities[i - 1] <= p),
          "a calibration that falls at %s",
          votes[i]);
    }
  }

  /**
   * Fits to observations, by pooling adjacent violators.
   *
   * @param votes of a forest, each on a row that it did not learn from
   * @param outcomes 1 if it came true, else 0
   * @param weights of the observations; positive
   * @throws IllegalArgumentException if there are none, or a value is out of range
   */
  public static Calibration fit(double[] votes, double[] outcomes, double[] weights) {
    require(
        votes.length > 0 && votes.length == outcomes.length && votes.length == weights.length,
        "%d votes, %d outcomes, %d weights",
        votes.length,
        outcomes.length,
        weights.length);
    int[] order =
        IntStream.range(0, votes.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> votes[i]))
            .mapToInt(i -> i)
            .toArray();
    Pool pool = new Pool(votes.length + 2);
    pool.add(votes[order[0]], GUARD_WEIGHT, GUARD_WEIGHT);
    int next = 0;
    while (next < order.length) {
      double vote = votes[order[next]];
      require(Double.isFinite(vote), "vote %s", vote);
      double hits = 0;
      double weight = 0;
      for (; next < order.length && votes[order[next]] == vote; next++) {
        double outcome = outcomes[order[next]];
        double itsWeight = weights[order[next]];
        require(
            outcome >= 0 && outcome <= 1 && itsWeight > 0,
            "outcome %s of weight %s",
            outcome,
            itsWeight);
        hits += outcome * itsWeight;
        weight += itsWeight;
      }
      pool.add(vote, hits, weight);
    }
    pool.add(votes[order[order.length - 1]], 0, GUARD_WEIGHT);
    return pool.calibration();
  }

  /** The probability that a vote stands for; above 0 and below 1. */
  public double probability(double vote) {
    int at = Arrays.binarySearch(votes, vote);
    if (at >= 0) {
      return probabilities[at];
    }
    int above = -at - 1;
    if (above == 0) {
      return probabilities[0];
    }
    if (above == votes.length) {
      return probabilities[above - 1];
    }
    double low = probabilities[above - 1];
    double high = probabilities[above];
    double part = (vote - votes[above - 1]) / (votes[above] - votes[above - 1]);
    return Math.min(high, low + (high - low) * part);
  }

  /**
   * An 80 % interval of that probability: how far chance may have moved the share among the
   * observations that voted alike. What the forest itself may have got wrong is not in it.
   */
  public Interval interval(double vote) {
    double p = probability(vote);
    double reach = TENTH * Math.sqrt(p * (1 - p) / (weight(vote) + 1));
    return new Interval(Math.max(0, p - reach), Math.min(1, p + reach));
  }

  /** Of the observations behind a probability; between two blocks the lighter one's. */
  public double weight(double vote) {
    int at = Arrays.binarySearch(votes, vote);
    if (at >= 0) {
      return weights[at];
    }
    int below = Math.max(0, -at - 2);
    int above = Math.min(votes.length - 1, -at - 1);
    return Math.min(weights[below], weights[above]);
  }

  double[] votes() {
    return votes.clone();
  }

  double[] probabilities() {
    return probabilities.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /** Blocks of votes whose means rise; a new one swallows those before it that do not lie below. */
  private static final class Pool {
    private final double[] votes;
    private final double[] hits;
    private final double[] weight;
    private int blocks;

    Pool(int most) {
      votes = new double[most];
      hits = new double[most];
      weight = new double[most];
    }

    void add(double vote, double itsHits, double itsWeight) {
      votes[blocks] = vote * itsWeight;
      hits[blocks] = itsHits;
      weight[blocks] = itsWeight;
      while (blocks > 0 && (share(blocks - 1) >= share(blocks) || isNoFurther())) {
        blocks--;
        votes[blocks] += votes[blocks + 1];
        hits[blocks] += hits[blocks + 1];
        weight[blocks] += weight[blocks + 1];
      }
      blocks++;
    }

    /** By rounding, where two votes are next to each other. */
    private boolean isNoFurther() {
      return mean(blocks - 1) >= mean(blocks);
    }

    private double share(int block) {
      return hits[block] / weight[block];
    }

    private double mean(int block) {
      return votes[block] / weight[block];
    }

    Calibration calibration() {
      return new Calibration(
          IntStream.range(0, blocks).mapToDouble(this::mean).toArray(),
          IntStream.range(0, blocks).mapToDouble(this::share).toArray(),
          Arrays.copyOf(weight, blocks));
    }
  }
}
