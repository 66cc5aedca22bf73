package io.duecast.forecast;

import io.duecast.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws what may come, again and again, instead of computing it. With the chance of the given
 * togetherness a customer's invoices have one luck between them in a draw, and else each its own.
 */
final class CashTwin {
  private final double[][] drawn;
  private final double[] late;

  /**
   * @param customers the invoices of each
   */
  CashTwin(
      List<List<OpenItem>> customers,
      ForecastWeeks weeks,
      double togetherness,
      int draws,
      long seed) {
    Random random = new Random(seed);
    drawn = new double[weeks.count()][draws];
    late = new double[draws];
    for (List<OpenItem> items : customers) {
      List<WeekShares> shares =
          items.stream()
              .map(it -> PaymentDistribution.of(it.outlook(), CashLessons.NONE).unpaidAt(weeks))
              .toList();
      for (int draw = 0; draw < draws; draw++) {
        boolean isTogether = random.nextDouble() < togetherness;
        double common = random.nextDouble();
        for (int i = 0; i < items.size(); i++) {
          int week = week(shares.get(i), isTogether ? common : random.nextDouble());
          int dueWeek = weeks.weekOf(items.get(i).outlook().dueOn());
          if (dueWeek < weeks.count() && week > dueWeek) {
            late[draw] += items.get(i).balance().toDouble();
          }
          if (week < weeks.count()) {
            drawn[week][draw] += items.get(i).balance().toDouble();
          }
        }
      }
    }
  }

  private static int week(WeekShares shares, double luck) {
    double sum = 0;
    for (int week = 0; week < shares.weeks(); week++) {
      sum += shares.of(week);
      if (luck < sum) {
        return week;
      }
    }
    return shares.weeks();
  }

  double mean(int week) {
    return Arrays.stream(drawn[week]).average().orElseThrow();
  }

  /** How often not more than an amount came. */
  double upTo(int week, Money amount) {
    return upTo(drawn[week], amount);
  }

  /** How often not more than an amount came after the week in which it fell due. */
  double lateUpTo(Money amount) {
    return upTo(late, amount);
  }

  private static double upTo(double[] draws, Money amount) {
    double most = amount.toDouble() + 1e-6;
    return (double) Arrays.stream(draws).filter(it -> it <= most).count() / draws.length;
  }
}
