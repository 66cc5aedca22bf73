package io.duecast.feature;

import io.duecast.history.Outcome;
import io.duecast.money.Money;
import io.duecast.receivable.DiscountTerm;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic that several features share. */
final class FeatureFunctions {
  private static final double WEIGHT_OF_EARLIER = 0.8;

  private FeatureFunctions() {}

  static double amount(FeatureInput in) {
    Money payable = in.invoice().payable();
    return payable == null ? Double.NaN : payable.toDouble();
  }

  /** The invoice's currency; null if its amount is unknown. */
  static @Nullable String currency(FeatureInput in) {
    Money payable = in.invoice().payable();
    return payable == null ? null : payable.currency().getCurrencyCode();
  }

  static double amountToMean(FeatureInput in) {
    String currency = currency(in);
    return currency == null ? Double.NaN : amount(in) / in.prior().issued().meanAmount(currency);
  }

  /** What is open in the invoice's currency; NaN if that is unknown. */
  static double openAmount(FeatureInput in) {
    String currency = currency(in);
    return currency == null ? Double.NaN : in.prior().open().amount(currency);
  }

  static double overdueAmount(FeatureInput in) {
    String currency = currency(in);
    return currency == null ? Double.NaN : in.prior().open().amountDueBefore(in.asOf(), currency);
  }

  static double days(@Nullable LocalDate from, LocalDate to) {
    return from == null ? Double.NaN : ChronoUnit.DAYS.between(from, to);
  }

  static double flag(@Nullable Boolean value) {
    if (value == null) {
      return Double.NaN;
    }
    return value ? 1 : 0;
  }

  static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  static double lateRatioOfLast(FeatureInput in, int count) {
    List<Outcome> outcomes = in.prior().settled().last(count);
    int late = 0;
    for (Outcome outcome : outcomes) {
      late += in.policy().isLate(outcome.daysPastDue()) ? 1 : 0;
    }
    return ratio(late, outcomes.size());
  }

  static double meanDaysOfLast(FeatureInput in, int count) {
    List<Outcome> outcomes = in.prior().settled().last(count);
    long sum = 0;
    for (Outcome outcome : outcomes) {
      sum += outcome.daysPastDue();
    }
    return ratio((double) sum, outcomes.size());
  }

  static double weightedLateRatio(FeatureInput in) {
    double late = 0;
    double all = 0;
    for (Outcome outcome : in.prior().settled().last(20)) {
      late = late * WEIGHT_OF_EARLIER + (in.policy().isLate(outcome.daysPastDue()) ? 1 : 0);
      all = all * WEIGHT_OF_EARLIER + 1;
    }
    return ratio(late, all);
  }

  static double worstOverdueDays(FeatureInput in) {
    return Math.max(0, zeroIfMissing(days(in.prior().open().earliestDueOn(), in.asOf())));
  }

  private static double zeroIfMissing(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  static double highestDiscount(FeatureInput in) {
    double highest = 0;
    for (DiscountTerm term : in.invoice().discountTerms()) {
      highest = Math.max(highest, term.percent().doubleValue());
    }
    return highest;
  }

  static double openToLimit(FeatureInput in) {
    Money limit = in.profile().creditLimit();
    String currency = currency(in);
    if (limit == null || currency == null || !limit.currency().getCurrencyCode().equals(currency)) {
      return Double.NaN;
    }
    return ratio(in.prior().open().amount(currency) + amount(in), limit.toDouble());
  }
}
