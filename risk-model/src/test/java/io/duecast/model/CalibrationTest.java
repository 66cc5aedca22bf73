package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Property(tries = 500)
  void theFitIsTheIsotonicRegression(@ForAll long seed) {
    Observed observed = new Observed(seed);
    Calibration calibration = observed.fit();

    for (double vote : observed.votes) {
      assertThat(calibration.probability(vote)).isCloseTo(observed.twin(vote), within(1e-12));
    }
  }

  @Property(tries = 2000)
  void itNeverFallsAndNeverIsSure(@ForAll long seed) {
    Calibration calibration = new Observed(seed).fit();

    double before = 0;
    for (double vote = -0.2; vote < 1.2; vote += 0.0037) {
      double p = calibration.probability(vote);
      assertThat(p).isBetween(before, 1.0).isStrictlyBetween(0.0, 1.0);
      assertThat(calibration.interval(vote).low()).isLessThan(p);
      assertThat(calibration.interval(vote).high()).isGreaterThan(p);
      before = p;
    }
  }

  @Test
  void aBlockStandsAtItsMeanVoteAndTheGapBetweenTwoIsALine() {
    Calibration calibration =
        Calibration.fit(
            new double[] {0.1, 0.2, 0.3, 0.5, 0.6, 0.7},
            new double[] {1, 0, 0, 1, 1, 0},
            new double[] {10, 10, 10, 10, 10, 10});
    double low = 10.5 / 30.5;
    double high = 20 / 30.5;
    double lowVote = (0.1 * 10.5 + 0.2 * 10 + 0.3 * 10) / 30.5;
    double highVote = (0.5 * 10 + 0.6 * 10 + 0.7 * 10.5) / 30.5;

    assertThat(calibration.probability(0)).isEqualTo(low);
    assertThat(calibration.probability(lowVote)).isCloseTo(low, within(1e-15));
    assertThat(calibration.probability((lowVote + highVote) / 2))
        .isCloseTo((low + high) / 2, within(1e-15));
    assertThat(calibration.probability(0.25)).isLessThan(calibration.probability(0.26));
    assertThat(calibration.probability(1)).isEqualTo(high);
  }

  @Test
  void whatNeverCameTrueIsUnlikelyNotImpossible() {
    double[] votes = new double[99];
    Arrays.setAll(votes, i -> i / 99.0);
    double[] ones = new double[99];
    Arrays.fill(ones, 1);

    assertThat(Calibration.fit(votes, new double[99], ones).probability(0.5)).isEqualTo(0.005);
    assertThat(Calibration.fit(votes, ones, ones).probability(0.5)).isEqualTo(0.995);
  }

  @Test
  void moreObservationsMakeTheIntervalNarrower() {
    double[] votes = {0.2, 0.8};
    double[] outcomes = {0.1, 0.6};
    Calibration few = Calibration.fit(votes, outcomes, new double[] {20, 20});
    Calibration many = Calibration.fit(votes, outcomes, new double[] {2000, 2000});

    assertThat(width(many, 0.2)).isLessThan(width(few, 0.2) / 5);
  }

  @Test
  void whatIsNoObservationIsRefused() {
    double[] one = {1};
    double[] half = {0.5};
    double[] none = {};
    assertThatIllegalArgumentException().isThrownBy(() -> Calibration.fit(none, none, none));
    assertThatIllegalArgumentException().isThrownBy(() -> Calibration.fit(half, none, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.fit(new double[] {Double.NaN}, one, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.fit(half, new double[] {1.5}, one));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.fit(half, one, new double[] {0}));
  }

  private static double width(Calibration calibration, double vote) {
    return calibration.interval(vote).high() - calibration.interval(vote).low();
  }

  /** Votes with many ties, and outcomes that rise with them or do not. */
  private static final class Observed {
    private final double[] votes;
    private final double[] outcomes;
    private final double[] weights;

    Observed(long seed) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(25);
      int distinct = 1 + random.nextInt(30);
      boolean hasWeights = random.nextBoolean();
      votes = new double[n];
      outcomes = new double[n];
      weights = new double[n];
      for (int i = 0; i < n; i++) {
        votes[i] = (double) random.nextInt(distinct) / distinct;
        outcomes[i] = random.nextDouble() < votes[i] ? 1 : 0;
        weights[i] = hasWeights ? 0.1 + random.nextDouble() * 5 : 1;
      }
    }

    Calibration fit() {
      return Calibration.fit(votes, outcomes, weights);
    }

    /** Between the mean votes of the blocks of equal isotonic value, a line. */
    double twin(double vote) {
      double low = Double.NaN;
      double high = Double.NaN;
      double lowVote = Double.NEGATIVE_INFINITY;
      double highVote = Double.POSITIVE_INFINITY;
      double[] values = Arrays.stream(votes).map(this::isotonic).toArray();
      for (double value : values) {
        double centre = centre(value, values);
        if (centre <= vote && centre >= lowVote) {
          lowVote = centre;
          low = value;
        }
        if (centre >= vote && centre <= highVote) {
          highVote = centre;
          high = value;
        }
      }
      if (Double.isNaN(low)) {
        return high;
      }
      return Double.isNaN(high) || highVote == lowVote
          ? low
          : low + (high - low) * (vote - lowVote) / (highVote - lowVote);
    }

    private double centre(double value, double[] values) {
      double sum = 0;
      double weight = 0;
      for (int i = 0; i < votes.length; i++) {
        if (Math.abs(values[i] - value) < 1e-12) {
          sum += votes[i] * weights[i];
          weight += weights[i];
        }
      }
      for (int end : new int[] {first(votes, -1), first(votes, 1)}) {
        if (Math.abs(values[end] - value) < 1e-12) {
          sum += votes[end] / 2;
          weight += 0.5;
        }
      }
      return sum / weight;
    }

    /** The place of the least vote, or of the greatest. */
    private static int first(double[] votes, int sign) {
      int first = 0;
      for (int i = 1; i < votes.length; i++) {
        first = sign * votes[i] > sign * votes[first] ? i : first;
      }
      return first;
    }

    /**
     * The greatest, over all votes up to this, of the least mean from there to any from this on.
     */
    private double isotonic(double vote) {
      double greatest = 0;
      for (double from : withEnd(Double.NEGATIVE_INFINITY)) {
        double least = 1;
        for (double to : withEnd(Double.POSITIVE_INFINITY)) {
          if (from <= vote && vote <= to) {
            least = Math.min(least, mean(from, to));
          }
        }
        greatest = from <= vote ? Math.max(greatest, least) : greatest;
      }
      return greatest;
    }

    private double[] withEnd(double end) {
      double[] all = Arrays.copyOf(votes, votes.length + 1);
      all[votes.length] = end;
      return all;
    }

    private double mean(double from, double to) {
      double hits = Double.isInfinite(from) ? 0.5 : 0;
      double weight = hits + (Double.isInfinite(to) ? 0.5 : 0);
      for (int i = 0; i < votes.length; i++) {
        if (from <= votes[i] && votes[i] <= to) {
          hits += outcomes[i] * weights[i];
          weight += weights[i];
        }
      }
      return hits / weight;
    }
  }
}
