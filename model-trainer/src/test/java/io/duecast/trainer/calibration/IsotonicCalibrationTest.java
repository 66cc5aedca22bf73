package io.duecast.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationTest {
  @Test
  void votesThatDoNotRiseArePooledAndThePoolStandsAtItsMean() {
    BitSet late = new BitSet();
    late.set(1);
    late.set(3);
    IsotonicCalibration calibration =
        IsotonicCalibration.fit(
            new double[] {0.1, 0.2, 0.4, 0.9}, late, new double[] {100, 100, 100, 100});

    assertThat(calibration.probability(0.3)).isEqualTo(0.5, within(1e-12));
    assertThat(calibration.probability(0.2)).isBetween(0.01, 0.49);
    assertThat(calibration.probability(0)).isEqualTo(1 / 102.0);
    assertThat(calibration.probability(1)).isEqualTo(101 / 102.0);
  }

  @Test
  void aRowWithoutAVoteIsLeftOut() {
    BitSet late = new BitSet();
    late.set(0);
    double[] votes = {Double.NaN, 0.3, 0.4};
    double[] ones = {1, 1, 1};

    assertThat(IsotonicCalibration.fit(votes, late, ones).probability(0.4)).isLessThan(0.5);
  }

  @Test
  void votesOfASkewedVoterBecomeTheSharesThatAreTrue() {
    Random random = new Random(11);
    double[] votes = random.doubles(50_000).toArray();
    BitSet late = new BitSet();
    for (int i = 0; i < votes.length; i++) {
      late.set(i, random.nextDouble() < votes[i] * votes[i]);
    }
    double[] ones = new double[votes.length];
    Arrays.fill(ones, 1);
    IsotonicCalibration calibration = IsotonicCalibration.fit(votes, late, ones);

    double before = 0;
    for (double vote = 0.05; vote < 1; vote += 0.01) {
      assertThat(calibration.probability(vote))
          .isCloseTo(vote * vote, within(0.05))
          .isGreaterThanOrEqualTo(before);
      before = calibration.probability(vote);
    }
  }
}
