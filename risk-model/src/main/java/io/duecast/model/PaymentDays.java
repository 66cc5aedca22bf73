package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which day an invoice will be paid, and within which 80 % interval.
 *
 * @param usualOfAll if the forest's days are counted from the day on which the customer usually
 *     pays: the usual one of all customers. Null if they are counted from the due date.
 * @param tails what the interval leaves out on either side, one for each {@link HistoryLength}: at
 *     most a tenth, and less where a tenth would have left out too many invoices
 */
public record PaymentDays(PaymentForest forest, @Nullable Integer usualOfAll, List<Double> tails) {
  /** What an interval of 80 % leaves out on either side. */
  public static final double TENTH = 0.1;

  /** Less cannot be told from the points of a leaf. */
  public static final double LEAST_TAIL = 0.5 / PaidDays.POINTS;

  /**
   * Days past due.
   *
   * @param expected as many are paid before it as after
   */
  public record Days(int earliest, int expected, int latest) {
    /** What a curve says, if the interval leaves out so much on either side. */
    public static Days of(PaymentCurve curve, double tail) {
      return new Days(curve.day(tail), curve.day(0.5), curve.day(1 - tail));
    }

    /** So many days later. */
    public Days plus(int days) {
      return new Days(earliest + days, expected + days, latest + days);
    }
  }

  public PaymentDays {
    tails = List.copyOf(tails);
    require(
        tails.size() == HistoryLength.values().length,
        "%d tails for the lengths of a history",
        tails.size());
    for (double tail : tails) {
      require(tail > 0 && tail <= TENTH, "an interval that leaves out %s", tail);
    }
    require(
        usualOfAll == null || Math.abs(usualOfAll) <= PaidDays.LONGEST_DAYS,
        "a usual day of %s",
        String.valueOf(usualOfAll));
  }

  /**
   * What is expected of an invoice.
   *
   * @param row as for {@link CompiledForest#score}
   */
  @SuppressWarnings("EnumOrdinal") // the order of the tails in a file
  public Days of(double[] row, CustomerPast past) {
    Days days = Days.of(forest.curve(row), tails.get(past.length().ordinal()));
    return usualOfAll == null ? days : days.plus(past.usualDay(usualOfAll));
  }
}
