package io.duecast.forecast;

import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.RiskAssessed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an assessment says of when an invoice will be paid.
 *
 * @param dueOn the due date in force
 * @param graceDays days past due that the buckets count as in time
 */
public record Outlook(
    LocalDate dueOn, int graceDays, AgingProbabilities byBucket, ExpectedPayment expected) {
  /** A due date further away than this says nothing more about the days. */
  private static final int FURTHEST_DAYS = 1_000;

  /** What was said when the invoice was assessed last. */
  public static Outlook of(RiskAssessed risk, int graceDays) {
    return new Outlook(risk.dueOn(), graceDays, risk.byBucket(), risk.expectedPayment());
  }

  IntervalDays days() {
    return new IntervalDays(
        daysPastDue(expected.earliest()),
        daysPastDue(expected.on()),
        daysPastDue(expected.latest()));
  }

  int daysPastDue(LocalDate day) {
    return Math.clamp(ChronoUnit.DAYS.between(dueOn, day), -FURTHEST_DAYS, FURTHEST_DAYS);
  }
}
