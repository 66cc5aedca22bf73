package io.duecast.forecast;

/**
 * How late invoices were that were settled by money. Adds up over customers.
 *
 * @param days past due, summed; what was early counts below 0
 */
public record DelayTally(long invoices, long days) {
  public static final DelayTally NONE = new DelayTally(0, 0);

  /** With one more invoice; or with one less, whose settlement did not hold. */
  DelayTally plus(int daysPastDue, int count) {
    return new DelayTally(invoices + count, days + (long) count * daysPastDue);
  }

  DelayTally plus(DelayTally other) {
    return new DelayTally(invoices + other.invoices, days + other.days);
  }

  /**
   * The mean.
   *
   * @param otherwise what counts if nothing was settled yet
   */
  double mean(double otherwise) {
    return invoices <= 0 ? otherwise : (double) days / invoices;
  }
}
