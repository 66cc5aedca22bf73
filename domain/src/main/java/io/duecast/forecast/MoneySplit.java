package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount into parts that add up to it, by the largest remainder. */
final class MoneySplit {
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

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
    BigDecimal sum =
        Arrays.stream(weights).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    require(sum.signum() > 0, "no weights to split %s by", amount);
    int decimals = Math.max(0, amount.currency().getDefaultFractionDigits());
    BigDecimal whole = amount.amount().setScale(decimals, RoundingMode.DOWN);
    BigDecimal[] parts = new BigDecimal[weights.length];
    BigDecimal[] remainders = new BigDecimal[weights.length];
    BigDecimal rest = whole;
    for (int i = 0; i < weights.length; i++) {
      BigDecimal quota = whole.multiply(new BigDecimal(weights[i])).divide(sum, EXACT_ENOUGH);
      parts[i] = quota.setScale(decimals, RoundingMode.DOWN);
      remainders[i] = quota.subtract(parts[i]);
      rest = rest.subtract(parts[i]);
    }
    int units = rest.movePointRight(decimals).intValueExact();
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    for (int i : first(units, remainders)) {
      parts[i] = parts[i].add(unit);
    }
    int heaviest = heaviest(weights);
    parts[heaviest] = parts[heaviest].add(amount.amount().subtract(whole));
    List<Money> split = new ArrayList<>();
    for (BigDecimal part : parts) {
      split.add(new Money(part, amount.currency()));
    }
    return split;
  }

  private static int[] first(int count, BigDecimal[] remainders) {
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    return heaviest;
  }
}
