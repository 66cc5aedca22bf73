package io.duecast.trainer.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void theFiguresOfAHandfulOfRows() {
    Metrics metrics = Metrics.of(new double[] {0.1, 0.4, 0.35, 0.8}, late(2, 3));

    assertThat(metrics.auc()).isEqualTo(0.75);
    assertThat(metrics.prAuc()).isEqualTo((1 + 2.0 / 3) / 2, within(1e-15));
    assertThat(metrics.brier()).isEqualTo((0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4, within(1e-15));
    assertThat(metrics.accuracy()).isEqualTo(0.75);
    assertThat(metrics.lateShare()).isEqualTo(0.5);
    assertThat(metrics.ece()).isEqualTo((0.1 + 0.4 + 0.65 + 0.2) / 4, within(1e-15));
    assertThat(metrics.topPrecision()).isEqualTo(1);
    assertThat(metrics.topRecall()).isEqualTo(0.5);
  }

  @Test
  void aSureAndWrongPredictionCostsNoMoreThanTheClip() {
    assertThat(Metrics.of(new double[] {0}, late(0)).logLoss())
        .isEqualTo(-Math.log(0.001), within(1e-12));
  }

  @Test
  void oneLabelHasNoRanking() {
    assertThat(Metrics.of(new double[] {0.2, 0.3}, late()).auc()).isNaN();
    assertThat(Metrics.of(new double[] {0.2, 0.3}, late()).prAuc()).isNaN();
    assertThatThrownBy(() -> Metrics.of(new double[] {1.5}, late()))
        .hasMessageContaining("1.5 is no probability");
  }

  /** The twin counts pairs: the share of late and on-time rows in the right order, ties half. */
  @Test
  void theRankingIsTheShareOfPairsInTheRightOrder() {
    Random random = new Random(17);
    for (int round = 0; round < 50; round++) {
      double[] p = random.doubles(40).map(it -> Math.round(it * 8) / 8.0).toArray();
      BitSet late = new BitSet();
      random.ints(15, 0, 39).forEach(late::set);
      double right = 0;
      double pairs = 0;
      for (int i = 0; i < p.length; i++) {
        for (int j = 0; j < p.length; j++) {
          if (late.get(i) && !late.get(j)) {
            pairs++;
            right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
          }
        }
      }
      assertThat(Metrics.of(p, late).auc()).isEqualTo(right / pairs, within(1e-12));
    }
  }

  private static BitSet late(int... rows) {
    BitSet late = new BitSet();
    for (int row : rows) {
      late.set(row);
    }
    return late;
  }
}
