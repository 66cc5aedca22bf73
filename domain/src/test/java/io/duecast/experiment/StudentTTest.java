package io.duecast.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /** From any printed table. */
  @ParameterizedTest
  @CsvSource({"4, 2.776", "5, 2.571", "7, 2.365", "13, 2.160", "30, 2.042", "120, 1.980"})
  void theQuantileIsThatOfTheTables(double degrees, double quantile) {
    assertThat(StudentT.quantile975(degrees)).isEqualTo(quantile, within(0.003));
  }

  @Test
  void fewerThanFourDegreesAreRefused() {
    assertThatThrownBy(() -> StudentT.quantile975(3.9)).hasMessageContaining("3.9 degrees");
  }
}
