package io.duecast.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure that receivables are steered by: always a quotient of two that can be shown. */
public enum Kpi {
  DSO(
      "Days sales outstanding",
      Unit.DAYS,
      "receivables x days / credit sales of the period",
      in -> quotient(times(in.closing().receivables(), in.days()), in.turnover().creditSales())),
  COUNT_BACK_DSO(
      "Days sales outstanding, counted back",
      Unit.DAYS,
      "days of credit sales, the latest first, that make up the receivables",
      in -> in.countBack() == null ? null : new Quotient(in.countBack(), BigDecimal.ONE)),
  BEST_POSSIBLE_DSO(
      "Best possible DSO",
      Unit.DAYS,
      "receivables not overdue x days / credit sales of the period",
      in ->
          quotient(
              times(in.closing().open(AgingBucket.CURRENT), in.days()),
              in.turnover().creditSales())),
  ADD(
      "Average days delinquent",
      Unit.DAYS,
      "overdue receivables x days / credit sales of the period",
      in -> quotient(times(in.closing().overdue(), in.days()), in.turnover().creditSales())),
  CEI(
      "Collection effectiveness index",
      Unit.PERCENT,
      "(opening + credit sales - closing) / (opening + credit sales - closing not overdue)",
      in -> {
        BigDecimal due = in.opening().add(in.turnover().creditSales());
        return quotient(
            due.subtract(in.closing().receivables()),
            due.subtract(in.closing().open(AgingBucket.CURRENT)));
      }),
  DBT(
      "Days beyond terms",
      Unit.DAYS,
      "sum of (paid on - due on) x paid / sum of paid",
      in -> quotient(in.conduct().daysPastDue(), in.conduct().received())),
  ADP(
      "Average days to pay",
      Unit.DAYS,
      "sum of (paid on - issued on) x paid / sum of paid",
      in -> quotient(in.conduct().daysFromIssue(), in.conduct().received())),
  OVERDUE_SHARE(
      "Overdue share",
      Unit.PERCENT,
      "overdue receivables / receivables",
      in -> quotient(in.closing().overdue(), in.closing().receivables())),
  SHARE_OVER_90(
      "Share over 90 days",
      Unit.PERCENT,
      "receivables more than 90 days past due / receivables",
      in -> quotient(in.closing().open(AgingBucket.DAYS_OVER_90), in.closing().receivables())),
  ON_TIME_RATE(
      "On-time rate",
      Unit.PERCENT,
      "invoices settled by money within the grace / invoices settled by money",
      in -> quotient(in.conduct().settledOnTime(), in.conduct().settled())),
  PROMISE_KEPT_RATE(
      "Promises kept",
      Unit.PERCENT,
      "promises kept / promises kept or broken",
      in ->
          quotient(
              in.conduct().promisesKept(),
              in.conduct().promisesKept() + in.conduct().promisesBroken())),
  DISPUTE_CYCLE_TIME(
      "Dispute cycle time",
      Unit.DAYS,
      "days that ended disputes took / ended disputes",
      in -> quotient(in.conduct().disputeDays(), in.conduct().disputesEnded()));

  /** What a figure is counted in. */
  public enum Unit {
    DAYS,
    /** A share of 1, shown as per cent. */
    PERCENT
  }

  /**
   * A figure with what it was computed of.
   *
   * @param denominator positive
   */
  public record Quotient(BigDecimal numerator, BigDecimal denominator) {
    public BigDecimal value() {
      return numerator.divide(denominator, MathContext.DECIMAL64);
    }
  }

  private final String title;
  private final Unit unit;
  private final String formula;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
  private final Function<KpiPeriod, @Nullable Quotient> rule;

  Kpi(String title, Unit unit, String formula, Function<KpiPeriod, @Nullable Quotient> rule) {
    this.title = title;
    this.unit = unit;
    this.formula = formula;
    this.rule = rule;
  }

  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** How it is computed, in words. */
  public String formula() {
    return formula;
  }

  /** The figure of a period; null if there is nothing to divide by. */
  public @Nullable Quotient of(KpiPeriod period) {
    return rule.apply(period);
  }

  private static BigDecimal times(BigDecimal amount, int days) {
    return amount.multiply(BigDecimal.valueOf(days));
  }

  private static @Nullable Quotient quotient(int numerator, int denominator) {
    return quotient(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  private static @Nullable Quotient quotient(BigDecimal numerator, BigDecimal denominator) {
    return denominator.signum() > 0 ? new Quotient(numerator, denominator) : null;
  }
}
