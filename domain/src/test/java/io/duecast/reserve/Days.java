package io.duecast.reserve;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.AgingTotal;
import io.duecast.insight.Conduct;
import io.duecast.insight.Group;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.Turnover;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Days of a portfolio, for tests. */
final class Days {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final Group GROUP = new Group("EUR", "", "small");

  private Days() {}

  /** What is open in each bucket; nothing is lost. */
  static PortfolioDay of(LocalDate day, Group group, String... open) {
    return losing(day, group, Lost.NONE, open);
  }

  static PortfolioDay losing(LocalDate day, Group group, Lost lost, String... open) {
    List<AgingTotal> totals = new ArrayList<>();
    for (int i = 0; i < AgingBucket.values().length; i++) {
      totals.add(
          i < open.length
              ? new AgingTotal(1, new BigDecimal(open[i]))
              : new AgingTotal(0, BigDecimal.ZERO));
    }
    return new PortfolioDay(
        day,
        group,
        totals,
        Turnover.NONE,
        Conduct.NONE,
        lost,
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        false);
  }

  /** Given up, having stood so many days in one bucket. */
  static Lost lost(String amount, AgingBucket bucket, int days) {
    List<BigDecimal> amountDays =
        new ArrayList<>(Collections.nCopies(AgingBucket.values().length, BigDecimal.ZERO));
    BigDecimal money = new BigDecimal(amount);
    amountDays.set(bucket.place(), money.multiply(BigDecimal.valueOf(days)));
    return new Lost(money, BigDecimal.ZERO, amountDays);
  }
}
