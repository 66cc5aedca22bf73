package io.duecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaTest {
  @Test
  void ofShapeOneItIsExponential() {
    for (double p : new double[] {0.01, 0.1, 0.5, 0.9, 0.999}) {
      assertThat(Gamma.quantile(p, 1)).isCloseTo(-Math.log(1 - p), within(1e-9));
    }
  }

  @Test
  void twiceItIsChiSquared() {
    assertThat(2 * Gamma.quantile(0.95, 0.5)).isCloseTo(3.841459, within(1e-6));
    assertThat(2 * Gamma.quantile(0.05, 5)).isCloseTo(3.940299, within(1e-6));
    assertThat(2 * Gamma.quantile(0.9, 50)).isCloseTo(118.498004, within(1e-6));
  }

  @Test
  void aQuantileIsNotExceededWithItsProbability() {
    for (double shape : new double[] {0.05, 0.7, 3, 40, 199, 201, 5_000}) {
      for (double p : new double[] {0.1, 0.5, 0.9}) {
        assertThat(Gamma.upTo(Gamma.quantile(p, shape), shape))
            .as("shape %s, %s", shape, p)
            .isCloseTo(p, within(1e-4));
      }
    }
  }
}
