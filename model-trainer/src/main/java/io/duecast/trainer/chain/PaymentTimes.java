package io.duecast.trainer.chain;

import io.duecast.feature.Feature;
import io.duecast.model.CustomerPast;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.TrainingRows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When invoices were paid, as known when a day began: of those past due then, for among the others
 * only the early payments are known. One that was still open counts for the days that it was; to
 * learn from the paid ones alone would make slow payers look quick.
 *
 * <p>The first issued come first.
 *
 * @param data the features of each
 * @param customers whose it is
 * @param pasts what the customer had paid before
 * @param days past due: of the payment, or the last on which it was seen open
 * @param paid whether the day is that of the payment
 */
@SuppressWarnings("ArrayRecordComponent")
record PaymentTimes(
    Dataset data, List<String> customers, List<CustomerPast> pasts, int[] days, boolean[] paid) {

  /**
   * Those that can be known.
   *
   * @param from the first day of issue
   * @param on the day, not later than that of the rows' own labels
   */
  static PaymentTimes of(TrainingRows all, LocalDate from, LocalDate on, int graceDays) {
    int[] rows =
        IntStream.of(all.byIssue())
            .filter(row -> !all.issuedOn(row).isBefore(from) && all.issuedOn(row).isBefore(on))
            .filter(row -> seenOpen(all, row, on) >= graceDays && all.label(row, 0).isKnown())
            .toArray();
    int[] days = new int[rows.length];
    boolean[] paid = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int seenOpen = seenOpen(all, rows[i], on);
      paid[i] = all.isPaid(rows[i]) && all.daysPastDue(rows[i]) <= seenOpen;
      days[i] = paid[i] ? all.daysPastDue(rows[i]) : seenOpen;
    }
    Dataset data = all.data().rows(rows);
    return new PaymentTimes(
        data,
        Arrays.stream(rows).mapToObj(row -> all.customer(row).value()).toList(),
        pasts(data),
        days,
        paid);
  }

  /** The last so many. */
  PaymentTimes last(int most) {
    if (days.length <= most) {
      return this;
    }
    int from = days.length - most;
    return new PaymentTimes(
        data.rows(IntStream.range(from, days.length).toArray()),
        customers.subList(from, days.length),
        pasts.subList(from, days.length),
        Arrays.copyOfRange(days, from, days.length),
        Arrays.copyOfRange(paid, from, days.length));
  }

  /** Days past due on the last day before one. */
  private static int seenOpen(TrainingRows all, int row, LocalDate on) {
    return Math.toIntExact(ChronoUnit.DAYS.between(all.dueOn(row), on)) - 1;
  }

  private static List<CustomerPast> pasts(Dataset data) {
    Columns columns = data.columns();
    int paid = columns.indexOf(Feature.PRIOR_SETTLED.key());
    int mean = columns.indexOf(Feature.MEAN_DAYS_PAST_DUE.key());
    return IntStream.range(0, data.rows())
        .mapToObj(
            row ->
                paid < 0 || mean < 0
                    ? new CustomerPast(0, 0)
                    : CustomerPast.of(data.number(paid, row), data.number(mean, row)))
        .toList();
  }

  int size() {
    return days.length;
  }

  /** The middle one of the days. */
  int median() {
    return Arrays.stream(days).sorted().toArray()[days.length / 2];
  }

  /** The days, counted from the due date, or from the customer's usual day. */
  int[] daysFrom(@Nullable Integer usualOfAll) {
    return usualOfAll == null
        ? days
        : IntStream.range(0, days.length)
            .map(i -> days[i] - pasts.get(i).usualDay(usualOfAll))
            .toArray();
  }
}
