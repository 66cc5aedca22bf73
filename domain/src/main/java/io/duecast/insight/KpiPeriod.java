package io.duecast.insight;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * A group over some days, all that a {@link Kpi} is computed of.
 *
 * @param days as many as were asked for, or as there are
 * @param opening what was open before the first of them
 * @param closing the last of them
 * @param countBack days of sales, counted back from the last, that make up what is open; null if
 *     all known sales do not
 */
public record KpiPeriod(
    int days,
    BigDecimal opening,
    PortfolioDay closing,
    Turnover turnover,
    Conduct conduct,
    @Nullable BigDecimal countBack) {

  /**
   * The days up to one.
   *
   * @param history of one group; a day that is missing had nothing open and nothing moved
   * @param asOf the last day of the period; not before the first of the history
   * @param days at least 1
   */
  public static KpiPeriod of(
      NavigableMap<LocalDate, PortfolioDay> history, LocalDate asOf, int days) {
    require(days > 0, "a period of %d days", days);
    LocalDate first = history.firstKey();
    require(!asOf.isBefore(first), "nothing is known before %s, nor of %s", first, asOf);
    LocalDate wanted = asOf.minusDays(days - 1L);
    LocalDate from = wanted.isBefore(first) ? first : wanted;
    Turnover turnover = Turnover.NONE;
    Conduct conduct = Conduct.NONE;
    for (PortfolioDay day : history.subMap(from, true, asOf, true).values()) {
      turnover = turnover.plus(day.turnover());
      conduct = conduct.plus(day.conduct());
    }
    PortfolioDay closing = history.getOrDefault(asOf, history.firstEntry().getValue().empty(asOf));
    return new KpiPeriod(
        Math.toIntExact(ChronoUnit.DAYS.between(from, asOf)) + 1,
        closing.receivables().subtract(turnover.net()),
        closing,
        turnover,
        conduct,
        countBack(history, closing.receivables(), first, asOf));
  }

  private static @Nullable BigDecimal countBack(
      NavigableMap<LocalDate, PortfolioDay> history,
      BigDecimal open,
      LocalDate first,
      LocalDate asOf) {
    BigDecimal left = open;
    int whole = 0;
    for (LocalDate day = asOf; !day.isBefore(first); day = day.minusDays(1)) {
      if (left.signum() <= 0) {
        return BigDecimal.valueOf(whole);
      }
      PortfolioDay known = history.get(day);
      BigDecimal sold = known == null ? Turnover.ZERO : known.turnover().creditSales();
      if (sold.compareTo(left) >= 0) {
        return BigDecimal.valueOf(whole).add(left.divide(sold, MathContext.DECIMAL64));
      }
      left = left.subtract(sold);
      whole++;
    }
    return left.signum() <= 0 ? BigDecimal.valueOf(whole) : null;
  }
}
