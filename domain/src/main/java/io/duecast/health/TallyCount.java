package io.duecast.health;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts moves of invoices; what it counted is added to what was known before. */
public final class TallyCount {
  /** Probabilities nearer to 0 or 1 count as this one in a logarithm. */
  private static final double CLIP = 0.001;

  private final Scored all = new Scored(ScoreScale.FINE);
  private final Map<String, Scored> segments = new TreeMap<>();
  private final Map<String, Scored> histories = new TreeMap<>();
  private long[] features = new long[0];
  private long[] scores = new long[0];

  /** An invoice that counts as something else than before. */
  public void count(HealthDesk.Move move) {
    Said said = move.said();
    move(all, move);
    move(segments.computeIfAbsent(said.segment(), it -> new Scored(ScoreScale.COARSE)), move);
    move(histories.computeIfAbsent(said.history(), it -> new Scored(ScoreScale.COARSE)), move);
    if (said.counted() == Counted.UNKNOWN && said.scorePlace() >= 0) {
      features = longEnough(features, said.places().size() * HealthTally.STRIDE);
      scores = longEnough(scores, said.scorePlace() + 1);
      scores[said.scorePlace()]++;
      for (int i = 0; i < said.places().size(); i++) {
        features[i * HealthTally.STRIDE + said.places().get(i)]++;
      }
    }
  }

  /** What was counted. */
  public HealthTally tally() {
    return new HealthTally(
        all.tally(), tallies(segments), tallies(histories), Counts.of(features), Counts.of(scores));
  }

  private static void move(Scored scored, HealthDesk.Move move) {
    scored.add(move.said().counted(), move.said().probability(), -1);
    scored.add(move.now(), move.said().probability(), 1);
  }

  private static Map<String, ScoreTally> tallies(Map<String, Scored> counted) {
    Map<String, ScoreTally> tallies = new TreeMap<>();
    counted.forEach((name, scored) -> tallies.put(name, scored.tally()));
    return tallies;
  }

  private static long[] longEnough(long[] counts, int length) {
    return counts.length >= length ? counts : Arrays.copyOf(counts, length);
  }

  /** By what became of them. */
  private static final class Scored {
    private final Sums pending;
    private final Sums onTime;
    private final Sums late;
    private long excluded;

    Scored(ScoreScale scale) {
      pending = new Sums(scale);
      onTime = new Sums(scale);
      late = new Sums(scale);
    }

    void add(Counted counted, double p, int times) {
      switch (counted) {
        case UNKNOWN -> {}
        case PENDING -> pending.add(p, times, 0, 0);
        case ON_TIME -> onTime.add(p, times, p * p, -StrictMath.log(1 - clipped(p)));
        case LATE -> late.add(p, times, (1 - p) * (1 - p), -StrictMath.log(clipped(p)));
        case EXCLUDED -> excluded += times;
      }
    }

    ScoreTally tally() {
      return new ScoreTally(pending.scores(), onTime.scores(), late.scores(), excluded);
    }
  }

  private static double clipped(double p) {
    return Math.clamp(p, CLIP, 1 - CLIP);
  }

  /** Those of one outcome. */
  private static final class Sums {
    private final ScoreScale scale;
    private final long[] bins;
    private long rows;
    private long said;
    private long claimedError;
    private long errorVariance;
    private long claimedLoss;
    private long error;
    private long loss;

    Sums(ScoreScale scale) {
      this.scale = scale;
      this.bins = new long[scale.bins()];
    }

    void add(double p, int times, double itsError, double itsLoss) {
      double spread = p * (1 - p);
      double clipped = clipped(p);
      bins[scale.bin(p)] += times;
      rows += times;
      said += times * units(p);
      claimedError += times * units(spread);
      errorVariance += times * units(spread * (1 - 2 * p) * (1 - 2 * p));
      claimedLoss +=
          times * units(-p * StrictMath.log(clipped) - (1 - p) * StrictMath.log(1 - clipped));
      error += times * units(itsError);
      loss += times * units(itsLoss);
    }

    private static long units(double fraction) {
      return Math.round(fraction * Scores.UNIT);
    }

    Scores scores() {
      return new Scores(
          Counts.of(bins), rows, said, claimedError, errorVariance, claimedLoss, error, loss);
    }
  }
}
