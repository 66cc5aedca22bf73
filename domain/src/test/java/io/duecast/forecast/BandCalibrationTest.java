package io.duecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BandCalibrationTest {
  @Test
  void aBandThatIsFarTooNarrowComesToCoverWhatItSays() {
    assertThat(coverage(0.2, 0.0)).isCloseTo(0.8, within(0.02));
  }

  @Test
  void andOneThatIsTooWide() {
    assertThat(coverage(3, 0.0)).isCloseTo(0.8, within(0.02));
  }

  @Test
  void andOneWithItsMiddleInTheWrongPlace() {
    assertThat(coverage(1, 0.7)).isCloseTo(0.8, within(0.02));
  }

  @Test
  void eachSideAndEachDistanceLearnsForItself() {
    BandCalibration once = BandCalibration.none(3).after(1, true, false);

    assertThat(once.low(1, 100, 90)).isLessThan(90);
    assertThat(once.high(1, 100, 110)).isLessThan(110);
    assertThat(once.low(0, 100, 90)).isEqualTo(90);
    assertThat(once.high(2, 100, 110)).isEqualTo(110);
  }

  @Test
  void noBandEndsBelowNothing() {
    BandCalibration wide = BandCalibration.none(1);
    for (int i = 0; i < 20; i++) {
      wide = wide.after(0, true, true);
    }

    assertThat(wide.low(0, 100, 50)).isZero();
  }

  /** Over 2,000 weeks of normal amounts, where a band is so many times as wide as it should be. */
  private static double coverage(double width, double shift) {
    Random random = new Random(7);
    BandCalibration bands = BandCalibration.none(1);
    int covered = 0;
    for (int i = 0; i < 2_000; i++) {
      double came = 1_000 + 10 * random.nextGaussian();
      double middle = 1_000 + 10 * shift;
      boolean below = came < bands.low(0, middle, middle - 12.8 * width);
      boolean above = came > bands.high(0, middle, middle + 12.8 * width);
      covered += below || above ? 0 : 1;
      bands = bands.after(0, below, above);
    }
    return covered / 2_000.0;
  }
}
