package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Apportionment;
import io.duecast.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Splits an amount into parts that add up to it, by the largest remainder. */
final class MoneySplit {
  private MoneySplit() {}

  /**
   * The parts of an amount: whole minor units, as near to the weights as can be. What the amount
   * has beyond whole minor units goes with the first of the heaviest parts.
   *
   * @param amount not negative
   * @param weights not negative, and not all 0
   */
  static List<Money> of(Money amount, double[] weights) {
    require(!amount.isNegative(), "%s is negative", amount);
    List<BigDecimal> exact = Arrays.stream(weights).mapToObj(BigDecimal::new).toList();
    require(exact.stream().anyMatch(it -> it.signum() > 0), "no weights to split %s by", amount);
    int decimals = Math.max(0, amount.currency().getDefaultFractionDigits());
    BigDecimal whole = amount.amount().setScale(decimals, RoundingMode.DOWN);
    List<BigDecimal> parts = Apportionment.of(whole, decimals, exact);
    int heaviest = heaviest(weights);
    parts.set(heaviest, parts.get(heaviest).add(amount.amount().subtract(whole)));
    return parts.stream().map(it -> new Money(it, amount.currency())).toList();
  }

  private static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    return heaviest;
  }
}
