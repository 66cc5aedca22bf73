package io.duecast.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
  @Test
  void thePartsAreWholeCentsByLargestRemainder() {
    assertThat(parts("100.00", "1", "1", "1")).containsExactly("33.34", "33.33", "33.33");
    assertThat(parts("0.05", "10", "30", "60")).containsExactly("0.01", "0.01", "0.03");
  }

  @Test
  void thePartsAlwaysAddUpAndNoneIsAUnitOff() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
      List<BigDecimal> weights = new ArrayList<>();
      for (int k = 0; k <= random.nextInt(9); k++) {
        weights.add(BigDecimal.valueOf(1 + random.nextInt(100_000), 4));
      }
      List<BigDecimal> parts = Apportionment.of(amount, 2, weights);
      assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(amount);
      double sum = weights.stream().mapToDouble(BigDecimal::doubleValue).sum();
      for (int k = 0; k < parts.size(); k++) {
        double exact = amount.doubleValue() * weights.get(k).doubleValue() / sum;
        assertThat(Math.abs(parts.get(k).doubleValue() - exact)).isLessThan(0.010_001);
      }
    }
  }

  @Test
  void nothingIsDividedAmongAnybodyAndSomethingAmongSomebodyOnly() {
    assertThat(parts("0", "0", "0")).containsExactly("0.00", "0.00");
    assertThatThrownBy(() -> parts("1", "0")).hasMessageContaining("among nobody");
  }

  private static List<String> parts(String amount, String... weights) {
    return Apportionment.of(
            new BigDecimal(amount), 2, Stream.of(weights).map(BigDecimal::new).toList())
        .stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
