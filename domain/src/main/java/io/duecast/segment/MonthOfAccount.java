package io.duecast.segment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What became known of one customer in a calendar month.
 *
 * @param month its first day
 * @param judged invoices that came due, the days of grace included, and of which it is known
 *     whether they were late
 * @param late of these
 * @param billed in the customer's currency
 * @param paid in the customer's currency, less what was taken back
 */
public record MonthOfAccount(
    LocalDate month, int judged, int late, BigDecimal billed, BigDecimal paid) {
  static MonthOfAccount empty(LocalDate month) {
    return new MonthOfAccount(month, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  MonthOfAccount judging(boolean isLate) {
    return new MonthOfAccount(month, judged + 1, late + (isLate ? 1 : 0), billed, paid);
  }

  MonthOfAccount billing(BigDecimal amount) {
    return new MonthOfAccount(month, judged, late, billed.add(amount), paid);
  }

  MonthOfAccount paying(BigDecimal amount) {
    return new MonthOfAccount(month, judged, late, billed, paid.add(amount));
  }
}
