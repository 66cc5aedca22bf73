package io.duecast.forecast;

import io.duecast.risk.AgingProbabilities;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When an invoice will be paid, day by day, as it was seen at its assessment. The ageing buckets
 * say how much comes in each; the expected day and its interval say on which days of it. What is
 * older than the last bucket comes at the pace of the company's old debt, and never ends.
 *
 * <p>It is kept as what is left unpaid after each day, which never rises.
 */
public final class PaymentDistribution {
  /** Of a bucket that the interval has nothing in, or of the days around it. */
  private static final double FLOOR = 1e-3;

  private static final double FLOOR_DAYS = 10;

  /** What no assessment can rule out. */
  private static final double LEAST_SHARE = 1e-6;

  private static final int DAYS_BEFORE = 30;

  private final LocalDate dueOn;
  private final int first;
  private final double[] left;
  private final double weekly;

  private PaymentDistribution(LocalDate dueOn, int first, double[] left, double weekly) {
    this.dueOn = dueOn;
    this.first = first;
    this.left = left;
    this.weekly = weekly;
  }

  /** The distribution that an assessment describes, to one who knows the past. */
  public static PaymentDistribution of(Outlook outlook, CashLessons past) {
    int grace = outlook.graceDays();
    IntervalDays days = outlook.days();
    int first = Math.min(days.earliest(), 0) - DAYS_BEFORE;
    double[] mass = days.mass(first, OldDebtPace.OLD_DAYS + grace, past.intervals());
    AgingProbabilities buckets = outlook.byBucket();
    int from = first;
    int to = grace;
    double[] shares = {
      buckets.onTime(), buckets.days1To30(), buckets.days31To60(), buckets.days61To90()
    };
    for (double share : shares) {
      fill(mass, from - first, to - first + 1, Math.max(LEAST_SHARE, share), from <= 0);
      from = to + 1;
      to += 30;
    }
    double old = Math.max(LEAST_SHARE, buckets.daysOver90());
    return new PaymentDistribution(
        outlook.dueOn(), first, leftAfter(mass, old), past.oldDebt().weekly());
  }

  /** Brings the days of a bucket to its share; some of it may come on any day. */
  private static void fill(double[] mass, int from, int to, double share, boolean isFirst) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      int away = isFirst ? to - 1 - i : i - from;
      mass[i] += FLOOR * StrictMath.exp(-away / FLOOR_DAYS);
      sum += mass[i];
    }
    for (int i = from; i < to; i++) {
      mass[i] *= share / sum;
    }
  }

  /** Summed from the end, so that what is nearly nothing stays exact. */
  private static double[] leftAfter(double[] mass, double old) {
    double[] left = new double[mass.length];
    double sum = old;
    for (int i = mass.length - 1; i >= 0; i--) {
      left[i] = sum;
      sum += mass[i];
    }
    for (int i = 0; i < left.length; i++) {
      left[i] /= sum;
    }
    return left;
  }

  /** The share still unpaid when a day ends: 1 long before the due date, falling, never 0. */
  public double unpaidAfter(LocalDate day) {
    long at = ChronoUnit.DAYS.between(dueOn, day) - first;
    if (at < 0) {
      return 1;
    }
    int last = left.length - 1;
    return at <= last ? left[(int) at] : left[last] * StrictMath.pow(1 - weekly, (at - last) / 7.0);
  }

  /** The share that comes in each week, and later, of an invoice still unpaid as they begin. */
  public WeekShares unpaidAt(ForecastWeeks weeks) {
    return shares(weeks, weeks.asOf());
  }

  /**
   * The same of an invoice that was promised: it is paid on the promised day if the promise is
   * kept, and else as one that is still unpaid after it.
   *
   * @param keptRate how likely the promise is to be kept, 0..1
   */
  public WeekShares promised(ForecastWeeks weeks, LocalDate promisedOn, double keptRate) {
    if (promisedOn.isBefore(weeks.asOf())) {
      return unpaidAt(weeks);
    }
    WeekShares broken = shares(weeks, promisedOn.plusDays(1));
    return broken.mixedWith(weeks.weekOf(promisedOn), keptRate);
  }

  private WeekShares shares(ForecastWeeks weeks, LocalDate unpaidOn) {
    double[] shares = new double[weeks.count() + 1];
    LocalDate since = unpaidOn.minusDays(1);
    double before = 1;
    for (int week = 0; week < weeks.count(); week++) {
      LocalDate to = weeks.to(week);
      double after = to.isBefore(unpaidOn) ? before : unpaidAfter(to, since);
      shares[week] = before - after;
      before = after;
    }
    shares[weeks.count()] = before;
    return new WeekShares(shares);
  }

  /** The same of one that was unpaid when another day ended; so old that hardly any is, too. */
  private double unpaidAfter(LocalDate day, LocalDate since) {
    long age = ChronoUnit.DAYS.between(dueOn, since) - first;
    return age < left.length
        ? unpaidAfter(day) / unpaidAfter(since)
        : StrictMath.pow(1 - weekly, ChronoUnit.DAYS.between(since, day) / 7.0);
  }
}
