package io.duecast.history;

import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Settlement;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invoices that a customer paid; those settled by credit are not among them.
 *
 * @param late those that were late by the label policy
 * @param daysPastDue the sum over all; early ones count negative
 * @param squaredDaysPastDue the sum of the squares
 * @param daysToPay the sum of the days from issue to settlement
 * @param latest the last {@value #LATEST} in the order in which they became known
 * @param days the latest {@value #DAYS_KEPT} days of settlement, in order: by number, not by age,
 *     so that one payment dated far ahead does not push out the others
 */
public record SettleTally(
    int invoices,
    int late,
    long daysPastDue,
    long squaredDaysPastDue,
    long daysToPay,
    List<Outcome> latest,
    List<SettleDay> days) {
  /** Days that count as of late. */
  public static final int WINDOW_DAYS = 90;

  static final int DAYS_KEPT = 128;

  /** Outcomes kept one by one: more than any feature looks at, so that some can be taken back. */
  static final int LATEST = 32;

  static final SettleTally NONE = new SettleTally(0, 0, 0, 0, 0, List.of(), List.of());

  public SettleTally {
    latest = List.copyOf(latest);
    days = List.copyOf(days);
  }

  SettleTally plus(Settlement settlement, LocalDate issuedOn, LabelPolicy policy) {
    return shifted(settlement, issuedOn, policy, 1);
  }

  SettleTally minus(Settlement settlement, LocalDate issuedOn, LabelPolicy policy) {
    return shifted(settlement, issuedOn, policy, -1);
  }

  private SettleTally shifted(
      Settlement settlement, LocalDate issuedOn, LabelPolicy policy, int sign) {
    int days = settlement.daysPastDue();
    int isLate = policy.isLate(days) ? 1 : 0;
    Outcome outcome = new Outcome(settlement.on(), days);
    return new SettleTally(
        invoices + sign,
        late + sign * isLate,
        daysPastDue + (long) sign * days,
        squaredDaysPastDue + sign * (long) days * days,
        daysToPay + sign * ChronoUnit.DAYS.between(issuedOn, settlement.on()),
        sign > 0 ? withLatest(outcome) : withoutLatest(outcome),
        withDay(outcome, isLate, sign));
  }

  private List<Outcome> withLatest(Outcome outcome) {
    List<Outcome> all = new ArrayList<>(latest);
    all.add(outcome);
    return all.size() > LATEST ? all.subList(1, all.size()) : all;
  }

  private List<Outcome> withoutLatest(Outcome outcome) {
    List<Outcome> all = new ArrayList<>(latest);
    int at = all.lastIndexOf(outcome);
    if (at >= 0) {
      all.remove(at);
    }
    return all;
  }

  private List<SettleDay> withDay(Outcome outcome, int isLate, int sign) {
    List<SettleDay> all = new ArrayList<>(days);
    int at = all.size();
    while (at > 0 && all.get(at - 1).on().isAfter(outcome.on())) {
      at--;
    }
    boolean known = at > 0 && all.get(at - 1).on().equals(outcome.on());
    if (known) {
      SettleDay day = all.get(at - 1);
      all.set(
          at - 1,
          new SettleDay(
              day.on(),
              day.invoices() + sign,
              Math.max(0, day.late() + sign * isLate),
              Math.max(day.worstDaysPastDue(), outcome.daysPastDue())));
      all.removeIf(it -> it.invoices() <= 0);
    } else if (sign > 0) {
      all.add(at, new SettleDay(outcome.on(), 1, isLate, outcome.daysPastDue()));
    }
    return all.size() > DAYS_KEPT ? all.subList(1, all.size()) : all;
  }

  /** Share paid late; NaN before the first. */
  public double lateRatio() {
    return invoices == 0 ? Double.NaN : (double) late / invoices;
  }

  /** Mean days past due; NaN before the first. */
  public double meanDaysPastDue() {
    return invoices == 0 ? Double.NaN : (double) daysPastDue / invoices;
  }

  /**
   * Standard deviation of the days past due; NaN before the second. In whole numbers up to the
   * root: the difference of two large sums would drown a small one.
   */
  public double deviationOfDaysPastDue() {
    if (invoices < 2) {
      return Double.NaN;
    }
    BigInteger sum = BigInteger.valueOf(daysPastDue);
    BigInteger squares =
        BigInteger.valueOf(squaredDaysPastDue)
            .multiply(BigInteger.valueOf(invoices))
            .subtract(sum.multiply(sum));
    return Math.sqrt(squares.doubleValue() / invoices / (invoices - 1));
  }

  /** Mean days from issue to settlement; NaN before the first. */
  public double meanDaysToPay() {
    return invoices == 0 ? Double.NaN : (double) daysToPay / invoices;
  }

  /** The last outcome that became known; null before the first. */
  public @Nullable Outcome last() {
    return latest.isEmpty() ? null : latest.getLast();
  }

  /** The last so many outcomes, fewer if there are not as many. */
  public List<Outcome> last(int count) {
    return latest.subList(Math.max(0, latest.size() - count), latest.size());
  }

  /**
   * The worst days past due of the {@value #WINDOW_DAYS} days up to a day; NaN if there is none.
   */
  public double worstLately(LocalDate upTo) {
    LocalDate after = upTo.minusDays(WINDOW_DAYS);
    double worst = Double.NaN;
    for (int i = days.size() - 1; i >= 0 && days.get(i).on().isAfter(after); i--) {
      SettleDay day = days.get(i);
      if (!day.on().isAfter(upTo) && day.invoices() > 0) {
        worst =
            Double.isNaN(worst) ? day.worstDaysPastDue() : Math.max(worst, day.worstDaysPastDue());
      }
    }
    return worst;
  }

  /** Share paid late of the {@value #WINDOW_DAYS} days up to a day; NaN if there is none. */
  public double lateRatioLately(LocalDate upTo) {
    LocalDate after = upTo.minusDays(WINDOW_DAYS);
    int paid = 0;
    int paidLate = 0;
    for (int i = days.size() - 1; i >= 0 && days.get(i).on().isAfter(after); i--) {
      SettleDay day = days.get(i);
      boolean in = !day.on().isAfter(upTo);
      paid += in ? day.invoices() : 0;
      paidLate += in ? day.late() : 0;
    }
    return paid == 0 ? Double.NaN : (double) paidLate / paid;
  }
}
