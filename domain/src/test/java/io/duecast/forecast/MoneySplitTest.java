package io.duecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneySplitTest {
  @Test
  void theLargestRemaindersGetWhatIsLeft() {
    assertThat(split("1.00", "EUR", 1, 1, 1)).containsExactly("0.34 EUR", "0.33 EUR", "0.33 EUR");
    assertThat(split("0.05", "EUR", 0.5, 0.3, 0.2))
        .containsExactly("0.03 EUR", "0.01 EUR", "0.01 EUR");
    assertThat(split("10", "JPY", 0.26, 0.37, 0.37)).containsExactly("2 JPY", "4 JPY", "4 JPY");
  }

  @Test
  void whatIsLessThanACentGoesWithTheHeaviest() {
    assertThat(split("1.0007", "EUR", 1, 3)).containsExactly("0.25 EUR", "0.7507 EUR");
  }

  @Test
  void nothingCanBeSplitByNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> split("1", "EUR", 0, 0));
  }

  @Property
  void thePartsAddUpAndEachIsWithinACentOfItsShare(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long cents, @ForAll long seed) {
    Random random = new Random(seed);
    double[] weights = random.doubles(1 + random.nextInt(14)).toArray();
    weights[0] += 1e-9;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    Money amount = new Money(BigDecimal.valueOf(cents, 2), Money.currencyOf("EUR"));

    List<Money> parts = MoneySplit.of(amount, weights);

    assertThat(parts.stream().reduce(Money::plus)).contains(amount);
    for (int i = 0; i < weights.length; i++) {
      double quota = cents * weights[i] / sum;
      assertThat(parts.get(i).toDouble() * 100 - quota)
          .isBetween(-1 - 1e-9 * quota, 1 + 1e-9 * quota);
    }
  }

  private static List<String> split(String amount, String currency, double... weights) {
    return MoneySplit.of(Money.of(amount, currency), weights).stream()
        .map(Money::toString)
        .toList();
  }
}
