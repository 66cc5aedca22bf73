package io.duecast.experiment;

import io.duecast.customer.CustomerId;
import io.duecast.experiment.Uplift.Lack;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The difference of the means of two arms, each invoice weighted by the inverse of its propensity
 * (Hájek). Customers were drawn, not invoices, so the standard error is that of leaving out one
 * customer after the other (CR3); the interval is Student's, with the degrees of freedom of Welch
 * from Kish's effective number of customers in each arm.
 */
final class Contrast {
  /** Fewer customers say nothing. */
  static final int FEWEST_CUSTOMERS = 10;

  /** The same, if all were of one size. */
  static final double FEWEST_EFFECTIVE = 8;

  /**
   * Where fewer differ from the others, by how much is chance, and an interval would be too narrow:
   * the rule of five for shares.
   */
  static final int FEWEST_ODD = 5;

  private final ArmTotals treated = new ArmTotals();
  private final ArmTotals heldOut = new ArmTotals();

  void add(Assignment assignment, double mass, double value) {
    ArmTotals arm = assignment.treated() ? treated : heldOut;
    arm.add(assignment.customer(), assignment.weight() * mass, value);
  }

  Uplift.OrLack uplift() {
    Lack lack = lack();
    if (lack != null) {
      return new Uplift.OrLack(treated.mean(), heldOut.mean(), null, lack);
    }
    Map<CustomerId, Double> ofTreated = treated.influences();
    Map<CustomerId, Double> ofHeldOut = heldOut.influences();
    double treatedVariance = squares(ofTreated);
    double heldOutVariance = squares(ofHeldOut);
    Map<CustomerId, Double> both = new TreeMap<>(ofTreated);
    ofHeldOut.forEach((customer, influence) -> both.merge(customer, -influence, Double::sum));
    double standardError = StrictMath.sqrt(squares(both));
    double margin = standardError * StudentT.quantile975(degrees(treatedVariance, heldOutVariance));
    double difference = treated.mean() - heldOut.mean();
    return new Uplift.OrLack(
        treated.mean(),
        heldOut.mean(),
        new Uplift(difference, standardError, difference - margin, difference + margin),
        null);
  }

  private @Nullable Lack lack() {
    if (heldOut.customers() == 0) {
      return Lack.NOBODY_HELD_OUT;
    }
    if (treated.customers() == 0) {
      return Lack.NOBODY_TREATED;
    }
    if (isTooSmall(heldOut)) {
      return Lack.TOO_FEW_HELD_OUT;
    }
    if (isTooSmall(treated)) {
      return Lack.TOO_FEW_TREATED;
    }
    return Math.min(treated.oddCustomers(), heldOut.oddCustomers()) < FEWEST_ODD
        ? Lack.NO_VARIATION
        : null;
  }

  private static boolean isTooSmall(ArmTotals arm) {
    return arm.customers() < FEWEST_CUSTOMERS || arm.effectiveCustomers() < FEWEST_EFFECTIVE;
  }

  private double degrees(double treatedVariance, double heldOutVariance) {
    double both = treatedVariance + heldOutVariance;
    double welch =
        both
            * both
            / (treatedVariance * treatedVariance / (treated.effectiveCustomers() - 1)
                + heldOutVariance * heldOutVariance / (heldOut.effectiveCustomers() - 1));
    return Math.max(FEWEST_EFFECTIVE - 1, welch);
  }

  private static double squares(Map<CustomerId, Double> influences) {
    return influences.values().stream().mapToDouble(it -> it * it).sum();
  }
}
