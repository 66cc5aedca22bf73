package io.duecast.forecast;

import static io.duecast.check.Check.require;

/**
 * What became of promises to pay that have ended. Adds up over customers.
 *
 * @param ended kept or broken
 */
public record PromiseTally(long kept, long ended) {
  public static final PromiseTally NONE = new PromiseTally(0, 0);

  /** Before any promise has ended: half are kept, worth ten promises. */
  private static final double FIRST_GUESS = 0.5;

  private static final double WEIGHT = 10;

  public PromiseTally {
    require(0 <= kept && kept <= ended, "%d promises kept of %d", kept, ended);
  }

  public PromiseTally plus(PromiseTally other) {
    return new PromiseTally(kept + other.kept, ended + other.ended);
  }

  /**
   * How likely a promise of a customer is to be kept, 0..1: its own share, shrunk to the company's.
   *
   * @param company all customers of the company, this one among them
   */
  public double keptRate(PromiseTally company) {
    double ofAll = (company.kept + WEIGHT * FIRST_GUESS) / (company.ended + WEIGHT);
    return (kept + WEIGHT * ofAll) / (ended + WEIGHT);
  }
}
