package io.duecast.forecast;

import io.duecast.money.Money;

/**
 * How far the invoices of a customer move together, learned from weeks that are over: what the
 * customers' sums strayed from their forecasts beyond what invoices that are paid each for itself
 * would have, of what they would have if each customer paid all at once or nothing. Adds up over
 * customers and weeks.
 *
 * @param excess beyond apart; below 0 by chance
 * @param most together beyond apart
 */
public record Togetherness(double excess, double most) {
  public static final Togetherness UNKNOWN = new Togetherness(0, 0);

  /** Each invoice is paid for itself. */
  public static final Togetherness APART = new Togetherness(0, 1);

  /** Before any week is over. */
  private static final double FIRST_GUESS = 0.2;

  /**
   * With one more week of one customer.
   *
   * @param said the forecast of that week when it began
   * @param came what came in it of the invoices that the forecast knew
   */
  public Togetherness after(WeekCash said, Money came) {
    double strayed = came.minus(said.expected()).toDouble();
    return new Togetherness(
        excess + strayed * strayed - said.varianceApart(),
        most + said.varianceTogether() - said.varianceApart());
  }

  public Togetherness plus(Togetherness other) {
    return new Togetherness(excess + other.excess, most + other.most);
  }

  /** 0 = each invoice for itself, 1 = all of a customer's at once. */
  public double share() {
    return most <= 0 ? FIRST_GUESS : Math.clamp(excess / most, 0.0, 1.0);
  }
}
