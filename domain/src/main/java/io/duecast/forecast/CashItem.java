package io.duecast.forecast;

import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in the eyes of whoever forecasts cash: how it was assessed last, and what is open.
 * The two come from different topics, in either order.
 *
 * @param knownOn the day since which forecasts know it; for one that is only assessed, the day of
 *     that
 * @param closedOn the day since which nothing is open; null while something is, or might be
 * @param balance what is open; null while only its assessment is known, or its amount is not
 * @param dueOn in force; null while only its assessment is known
 * @param promisedOn the last day of a running promise; null if there is none
 * @param byBucket null while it is not assessed
 * @param expected likewise
 */
public record CashItem(
    InvoiceId invoice,
    LocalDate knownOn,
    @Nullable LocalDate closedOn,
    @Nullable Money balance,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate promisedOn,
    @Nullable AgingProbabilities byBucket,
    @Nullable ExpectedPayment expected) {

  /** Whether something is open of it, as far as is known. */
  boolean isOpen() {
    return closedOn == null && balance != null && balance.isPositive();
  }

  /** Whether it is an assessment, or an end, that nothing was heard after since a day. */
  boolean isForgettable(LocalDate since) {
    LocalDate last = closedOn != null ? closedOn : dueOn == null ? knownOn : since;
    return last.isBefore(since);
  }

  /** What was said of it; null if nothing was, or nothing else is known of it. */
  @Nullable Outlook outlook(int graceDays) {
    return dueOn == null || byBucket == null || expected == null
        ? null
        : new Outlook(dueOn, graceDays, byBucket, expected);
  }

  /** Whether it was known when a day began. */
  boolean isKnownBefore(LocalDate day) {
    return knownOn.isBefore(day);
  }

  /** Whether it is beyond what assessments speak of when a day begins. */
  boolean isOldOn(LocalDate day, int graceDays) {
    return dueOn != null && ChronoUnit.DAYS.between(dueOn, day) > OldDebtPace.OLD_DAYS + graceDays;
  }
}
