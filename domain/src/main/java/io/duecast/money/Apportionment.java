package io.duecast.money;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Divides an amount so that the parts are whole cents and add up to it: by largest remainder. */
public final class Apportionment {
  private Apportionment() {}

  /**
   * The parts of an amount.
   *
   * @param amount not negative; with at most so many decimals
   * @param decimals of each part
   * @param weights not negative, and not all 0 unless the amount is
   * @return in the order of the weights; of equal remainders the earlier is rounded up
   */
  public static List<BigDecimal> of(BigDecimal amount, int decimals, List<BigDecimal> weights) {
    BigDecimal whole = amount.setScale(decimals);
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.signum() == 0) {
      return new ArrayList<>(Collections.nCopies(weights.size(), whole));
    }
    require(sum.signum() > 0, "%s is to be divided among nobody", amount);
    List<BigDecimal> parts = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    BigDecimal left = whole;
    for (BigDecimal weight : weights) {
      BigDecimal product = whole.multiply(weight);
      BigDecimal part = product.divide(sum, decimals, RoundingMode.DOWN);
      parts.add(part);
      remainders.add(product.subtract(part.multiply(sum)));
      left = left.subtract(part);
    }
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      byRemainder.add(i);
    }
    byRemainder.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
    for (int i = 0; left.signum() > 0; i++, left = left.subtract(unit)) {
      int at = byRemainder.get(i);
      parts.set(at, parts.get(at).add(unit));
    }
    return parts;
  }
}
