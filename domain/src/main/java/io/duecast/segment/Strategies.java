package io.duecast.segment;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is suggested for each segment. */
final class Strategies {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  private Strategies() {}

  /**
   * For one customer.
   *
   * @param currency of its figures; null if it has none
   */
  static Strategy of(
      RiskSegment segment, Worth worth, Measured figures, @Nullable String currency) {
    boolean isKey = worth == Worth.KEY;
    return switch (segment) {
      case UNKNOWN, NEW -> strategy("standard", 14, 1000, 3, figures, currency);
      case RELIABLE ->
          strategy("gentle", isKey ? 45 : 30, isKey ? 4000 : 3000, 5, figures, currency);
      case WATCHED -> strategy("standard", 30, 2000, isKey ? 3 : 4, figures, currency);
      case SLIPPING -> strategy("early", 14, 1500, isKey ? 1 : 2, figures, currency);
      case LATE -> strategy("early", 14, 1000, isKey ? 2 : 3, figures, currency);
      case CRITICAL -> strategy("firm", 0, 0, isKey ? 1 : 2, figures, currency);
    };
  }

  private static Strategy strategy(
      String ladder,
      int termDays,
      int multiple,
      int callPriority,
      Measured figures,
      @Nullable String currency) {
    BigDecimal paid = figures.paidAMonth();
    Money limit =
        currency == null || paid.signum() == 0
            ? null
            : new Money(
                paid.multiply(BigDecimal.valueOf(multiple, 3))
                    .round(TWO_DIGITS)
                    .setScale(0, RoundingMode.DOWN),
                Money.currencyOf(currency));
    return new Strategy(
        ladder,
        termDays,
        limit,
        callPriority,
        List.of(
            SegmentReason.of(SegmentMeasure.PAID_A_MONTH, paid.longValue()),
            SegmentReason.of(SegmentMeasure.LIMIT_MULTIPLE, multiple)));
  }

  /** Whether one credit limit is more than half as much again as the other, or is one at all. */
  static boolean areFarApart(@Nullable Money one, @Nullable Money other) {
    if (one == null || other == null || !one.currency().equals(other.currency())) {
      return one != null || other != null;
    }
    Money more = one.max(other);
    Money less = one.min(other);
    return more.amount().multiply(BigDecimal.TWO).compareTo(less.amount().multiply(THREE)) > 0;
  }
}
