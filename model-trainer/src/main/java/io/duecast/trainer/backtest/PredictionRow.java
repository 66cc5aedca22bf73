package io.duecast.trainer.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the predictions: what was said of an invoice when it was issued, and what is known of
 * what became of it. All figures are computed from these.
 *
 * @param sourceRow the line of the file it came from, 1 = the first after the header
 * @param byBucket probability for each ageing bucket; they sum to 1
 * @param late null if its label is not matured
 * @param daysLate past due of the settlement; null if it is not settled by money
 * @param settledOn null with that
 * @param modelId of the model that was live at its issue
 * @param history what the customer's own past says
 * @param others what simpler rules say, each a probability of being late
 */
public record PredictionRow(
    @Nullable Long sourceRow,
    String invoiceId,
    String customerId,
    LocalDate issuedOn,
    LocalDate dueOn,
    @Nullable BigDecimal amount,
    double probabilityLate,
    List<Double> byBucket,
    LocalDate expectedPaidOn,
    LocalDate paidOnLow,
    LocalDate paidOnHigh,
    @Nullable Boolean late,
    @Nullable Integer daysLate,
    @Nullable LocalDate settledOn,
    String modelId,
    History history,
    List<Double> others) {
  public PredictionRow {
    byBucket = List.copyOf(byBucket);
    others = List.copyOf(others);
  }

  /**
   * What the customer's own past says.
   *
   * @param settled invoices paid before
   * @param segment empty if it has none
   * @param mean days past due of all those; null without any
   * @param low the tenth of the days past due of the last 32
   * @param high the ninth tenth
   */
  public record History(
      int settled,
      String segment,
      @Nullable Double mean,
      @Nullable Integer low,
      @Nullable Integer high) {}

  public boolean isLabelled() {
    return late != null;
  }

  public boolean isLate() {
    return late != null && late;
  }

  /** Days past due of a day that was said. */
  int pastDue(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(dueOn, day));
  }
}
