package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.duecast.risk.AgingProbabilities;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExpectedOffsetsTest {
  private static final int GRACE_DAYS = 3;

  @Test
  void theDayToExpectIsTheMedianOfTheMixtureOfTheBuckets() {
    int[] seen = new int[101 + 11];
    Arrays.setAll(seen, i -> i < 101 ? i - 100 : GRACE_DAYS + 10 + (i - 101));
    ExpectedOffsets offsets = ExpectedOffsets.fit(seen, GRACE_DAYS);

    assertThat(offsets.daysPastDue(new AgingProbabilities(1, 0, 0, 0, 0), 0.5)).isEqualTo(-50);
    assertThat(offsets.daysPastDue(new AgingProbabilities(0.8, 0.2, 0, 0, 0), 0.4)).isEqualTo(-50);
    assertThat(offsets.daysPastDue(new AgingProbabilities(0.4, 0.6, 0, 0, 0), 0.7))
        .isEqualTo(GRACE_DAYS + 15);
  }

  @Test
  void graceBelongsToOnTime() {
    ExpectedOffsets offsets = ExpectedOffsets.fit(new int[] {3, 4}, GRACE_DAYS);

    assertThat(offsets.daysPastDue(new AgingProbabilities(1, 0, 0, 0, 0), 0.5)).isEqualTo(3);
    assertThat(offsets.daysPastDue(new AgingProbabilities(0, 1, 0, 0, 0), 0.5)).isEqualTo(4);
  }

  @Test
  void aBucketThatNobodyWasSeenInIsEven() {
    ExpectedOffsets offsets = ExpectedOffsets.fit(new int[0], GRACE_DAYS);

    assertThat(offsets.daysPastDue(new AgingProbabilities(1, 0, 0, 0, 0), 0.5))
        .isEqualTo(GRACE_DAYS);
    assertThat(offsets.daysPastDue(new AgingProbabilities(0, 0, 1, 0, 0), 0.1))
        .isEqualTo(GRACE_DAYS + 34);
    assertThat(offsets.daysPastDue(new AgingProbabilities(0, 0, 0, 0, 1), 0.999))
        .isEqualTo(GRACE_DAYS + 120);
  }

  @Property(tries = 500)
  void theDaysOfAPortfolioComeBackFromItsOwnBuckets(@ForAll long seed) {
    Random random = new Random(seed);
    int[] seen = random.doubles(2000).mapToInt(u -> (int) (-60 + 200 * u * u)).sorted().toArray();
    ExpectedOffsets offsets = ExpectedOffsets.fit(seen, GRACE_DAYS);

    int before = Integer.MIN_VALUE;
    for (double q = 0.02; q < 1; q += 0.02) {
      int days = offsets.daysPastDue(shares(seen), q);
      assertThat(days).isGreaterThanOrEqualTo(before);
      assertThat((double) days).isCloseTo(seen[(int) (q * seen.length)], within(8.0));
      before = days;
    }
  }

  @Test
  void offsetsThatFallAreRefused() {
    List<Integer> rising = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExpectedOffsets(List.of(rising, rising, rising, rising, rising)))
        .withMessageContaining("0 follows on 10");
  }

  private static AgingProbabilities shares(int[] seen) {
    double[] shares = new double[5];
    for (int days : seen) {
      int beyond = days - GRACE_DAYS;
      int bucket = beyond <= 0 ? 0 : beyond <= 30 ? 1 : beyond <= 60 ? 2 : beyond <= 90 ? 3 : 4;
      shares[bucket] += 1.0 / seen.length;
    }
    return new AgingProbabilities(shares[0], shares[1], shares[2], shares[3], shares[4]);
  }
}
