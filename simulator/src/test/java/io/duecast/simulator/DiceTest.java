package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.simulator.Dice.Purpose;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void theStreamIsThatOfTheJdksSplitMix() {
    for (long seed : new long[] {0, 11, -13, Long.MIN_VALUE}) {
      Dice dice = Dice.seeded(seed);
      SplittableRandom twin = new SplittableRandom(seed);
      for (int i = 0; i < 1_000; i++) {
        assertThat(dice.next()).isEqualTo(twin.nextLong());
      }
    }
  }

  @Test
  void theSameKeyGivesTheSameThrowsAndAnyOtherKeyOthers() {
    long first = Dice.of(11, Purpose.LIFE, 13, 17).next();

    assertThat(Dice.of(11, Purpose.LIFE, 13, 17).next()).isEqualTo(first);
    assertThat(Dice.of(11, Purpose.LIFE, 17, 13).next()).isNotEqualTo(first);
    assertThat(Dice.of(11, Purpose.BILL, 13, 17).next()).isNotEqualTo(first);
    assertThat(Dice.of(12, Purpose.LIFE, 13, 17).next()).isNotEqualTo(first);
  }

  @Test
  void streamsOfNeighbouringKeysAreUnrelated() {
    double product = 0;
    for (int i = 0; i < 20_000; i++) {
      product +=
          Dice.of(11, Purpose.LIFE, i, 1).normal() * Dice.of(11, Purpose.LIFE, i, 2).normal();
    }
    assertThat(product / 20_000).isCloseTo(0, within(0.03));
  }

  @Test
  void theDistributionsHaveTheirMoments() {
    Dice dice = Dice.seeded(17);
    double normal = 0;
    double square = 0;
    double exponential = 0;
    double weibull = 0;
    long whole = 0;
    int throwsMade = 100_000;
    for (int i = 0; i < throwsMade; i++) {
      double z = dice.normal();
      normal += z;
      square += z * z;
      exponential += dice.exponential(7);
      weibull += dice.weibull(5, 2);
      whole += dice.whole(3, 9);
    }
    assertThat(normal / throwsMade).isCloseTo(0, within(0.015));
    assertThat(square / throwsMade).isCloseTo(1, within(0.02));
    assertThat(exponential / throwsMade).isCloseTo(7, within(0.1));
    assertThat(weibull / throwsMade).isCloseTo(5 * 0.886227, within(0.04));
    assertThat(whole / (double) throwsMade).isCloseTo(6, within(0.03));
  }

  @Test
  void weightsAreShares() {
    Dice dice = Dice.seeded(17);
    int[] counts = new int[3];
    for (int i = 0; i < 60_000; i++) {
      counts[dice.weighted(new double[] {1, 0, 2})]++;
    }
    assertThat(counts[1]).isZero();
    assertThat(counts[0] / 60_000.0).isCloseTo(1 / 3.0, within(0.01));
  }
}
