package io.duecast.segment;

import static java.lang.Math.toIntExact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes a customer's measure. Its late risk is the share late of what has come due, the recent
 * months weighing more, shrunk to the calibrated risk of its latest invoices. What is late and
 * still open weighs as if it had just come due.
 */
final class Measuring {
  /** On either side of the comparison of recent months with those before. */
  private static final int LEAST_INVOICES = 5;

  private static final int MILLE = 1000;

  private final SegmentRules rules;
  private final int graceDays;

  Measuring(SegmentRules rules, int graceDays) {
    this.rules = rules;
    this.graceDays = graceDays;
  }

  /**
   * As of a day.
   *
   * @param invoices all that are kept of the customer
   */
  Measured of(SegmentedCustomer customer, List<SegmentedInvoice> invoices, LocalDate today) {
    List<MonthOfAccount> months = customer.account().upTo(today);
    int judged = 0;
    int late = 0;
    long weight = 0;
    long weightLate = 0;
    for (MonthOfAccount each : months) {
      int its = MonthsOfAccount.weight(each.month(), today);
      judged += each.judged();
      late += each.late();
      weight += (long) its * each.judged();
      weightLate += (long) its * each.late();
    }
    BigDecimal open = BigDecimal.ZERO;
    BigDecimal overdue = BigDecimal.ZERO;
    BigDecimal longOverdue = BigDecimal.ZERO;
    for (SegmentedInvoice each : invoices) {
      int daysPastDue = each.daysPastDue(today);
      open = open.add(each.open());
      overdue = daysPastDue > graceDays ? overdue.add(each.open()) : overdue;
      longOverdue =
          daysPastDue > SegmentRules.LONG_DAYS ? longOverdue.add(each.open()) : longOverdue;
      if (each.lateOn() != null && !each.isPaid()) {
        int missing = MILLE - MonthsOfAccount.weight(each.lateOn(), today);
        weight += missing;
        weightLate += missing;
      }
    }
    int assessed = mean(customer.assessed());
    return new Measured(
        judged,
        late,
        assessed,
        lateRisk(
            customer.assessed().isEmpty() ? 0 : rules.priorWeight(), assessed, weight, weightLate),
        open,
        share(overdue, open),
        share(longOverdue, open),
        recentChange(months, today),
        customer.account().billed(today),
        customer.account().paidAMonth(today));
  }

  private static int lateRisk(int priorWeight, int prior, long weight, long weightLate) {
    long all = (long) priorWeight * MILLE + weight;
    long late = (long) priorWeight * prior + weightLate;
    return all == 0 ? 0 : toIntExact((late * MILLE + all / 2) / all);
  }

  private static int mean(List<Integer> values) {
    int sum = values.stream().mapToInt(Integer::intValue).sum();
    return values.isEmpty() ? 0 : (sum + values.size() / 2) / values.size();
  }

  private static int share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? 0
        : part.movePointRight(3).divide(whole, 0, RoundingMode.HALF_EVEN).intValueExact();
  }

  /** Of whole numbers, so that the same ones always give the same. */
  private static int recentChange(List<MonthOfAccount> months, LocalDate today) {
    int recent = 0;
    int recentLate = 0;
    int before = 0;
    int beforeLate = 0;
    for (MonthOfAccount each : months) {
      boolean isRecent = MonthsOfAccount.age(each.month(), today) < MonthsOfAccount.RECENT;
      recent += isRecent ? each.judged() : 0;
      recentLate += isRecent ? each.late() : 0;
      before += isRecent ? 0 : each.judged();
      beforeLate += isRecent ? 0 : each.late();
    }
    if (recent < LEAST_INVOICES || before < LEAST_INVOICES) {
      return 0;
    }
    double all = (recentLate + beforeLate + 1.0) / (recent + before + 2.0);
    double variance = all * (1 - all) * (1.0 / recent + 1.0 / before);
    double difference = (double) recentLate / recent - (double) beforeLate / before;
    return toIntExact(Math.round(MILLE * difference / Math.sqrt(variance)));
  }
}
