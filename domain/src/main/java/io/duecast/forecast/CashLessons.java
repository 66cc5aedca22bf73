package io.duecast.forecast;

/**
 * What the past has taught about when open invoices are paid. Each part adds up over customers.
 *
 * @param promises of the whole company
 */
public record CashLessons(IntervalPast intervals, OldDebtPace oldDebt, PromiseTally promises) {
  public static final CashLessons NONE =
      new CashLessons(IntervalPast.NONE, OldDebtPace.UNKNOWN, PromiseTally.NONE);

  public CashLessons plus(CashLessons other) {
    return new CashLessons(
        intervals.plus(other.intervals),
        oldDebt.plus(other.oldDebt),
        promises.plus(other.promises));
  }
}
