package io.duecast.trainer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EceByChanceTest {
  @Test
  void itIsTheMeanErrorOfProbabilitiesThatAreTrue() {
    Random random = new Random(11);
    double[] p = random.doubles(457).map(u -> u * u).toArray();
    double sum = 0;
    for (int draw = 0; draw < 2_000; draw++) {
      BitSet late = new BitSet();
      for (int row = 0; row < p.length; row++) {
        late.set(row, random.nextDouble() < p[row]);
      }
      sum += Metrics.of(p, late).ece();
    }

    assertThat(EceByChance.of(p, 7)).isCloseTo(sum / 2_000, within(0.002));
  }

  @Test
  void moreRowsLeaveLessToChanceAndCertaintyNothing() {
    double[] few = new double[400];
    double[] many = new double[40_000];
    Arrays.fill(few, 0.3);
    Arrays.fill(many, 0.3);

    assertThat(EceByChance.of(many, 7)).isLessThan(EceByChance.of(few, 7) / 5);
    assertThat(EceByChance.of(new double[100], 7)).isZero();
    assertThat(EceByChance.of(few, 7)).isEqualTo(EceByChance.of(few, 7));
  }
}
