package io.duecast.trainer.backtest;

import io.duecast.forecast.Outlook;
import io.duecast.label.Fate;
import io.duecast.label.Outcome;
import io.duecast.money.Money;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Prediction;
import io.duecast.trainer.book.ObservedInvoice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a cash forecast: its amount, and what was said of it at its issue.
 *
 * @param payable counts whole on the day of settlement
 */
record CashCase(
    ObservedInvoice invoice, Money payable, AgingProbabilities byBucket, ExpectedPayment expected) {

  /**
   * With what the model said that was live then; what the rule said, if there was none.
   *
   * @param row null if there was none
   */
  static CashCase of(ObservedInvoice invoice, Money payable, @Nullable PredictionRow row) {
    if (row == null) {
      Prediction said = invoice.baseline();
      return new CashCase(invoice, payable, said.byBucket(), said.expectedPayment());
    }
    AgingProbabilities byBucket =
        new AgingProbabilities(
            row.byBucket().get(0),
            row.byBucket().get(1),
            row.byBucket().get(2),
            row.byBucket().get(3),
            row.byBucket().get(4));
    ExpectedPayment expected =
        new ExpectedPayment(row.expectedPaidOn(), row.paidOnLow(), row.paidOnHigh());
    return new CashCase(invoice, payable, byBucket, expected);
  }

  Outlook outlook(Outcome known, int graceDays) {
    return new Outlook(known.dueOn(), graceDays, byBucket, expected);
  }

  /** The day on which it was paid, as known just before a moment; null if it was not. */
  @Nullable LocalDate paidOn(Instant moment) {
    Outcome outcome = invoice.outcomeBefore(moment);
    return outcome == null || outcome.fate() != Fate.PAID
        ? null
        : outcome.dueOn().plusDays(outcome.daysPastDue());
  }
}
