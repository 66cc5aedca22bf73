package io.duecast.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KpiTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Group GROUP = new Group("EUR", "", "");

  private final TreeMap<LocalDate, PortfolioDay> history = new TreeMap<>();

  @Test
  void theFiguresOfATextbookQuarter() {
    // Opening 100,000; 300,000 sold evenly over 90 days; 280,000 collected on the last day.
    history.put(FIRST.minusDays(1), day(-1, sold("100000"), "100000", "0", "0"));
    for (int i = 0; i < 89; i++) {
      history.put(FIRST.plusDays(i), day(i, sold("3000"), "1", "0", "0"));
    }
    history.put(FIRST.plusDays(89), day(89, moved("33000", "280000"), "80000", "30000", "10000"));

    KpiPeriod period = KpiPeriod.of(history, FIRST.plusDays(89), 90);

    assertThat(period.days()).isEqualTo(90);
    assertThat(period.opening()).isEqualByComparingTo("100000");
    assertThat(period.turnover().creditSales()).isEqualByComparingTo("300000");
    assertThat(value(Kpi.DSO, period)).isEqualTo("36.00");
    assertThat(value(Kpi.BEST_POSSIBLE_DSO, period)).isEqualTo("24.00");
    assertThat(value(Kpi.ADD, period)).isEqualTo("12.00");
    assertThat(value(Kpi.CEI, period)).isEqualTo("0.88"); // 280,000 of 320,000
    assertThat(value(Kpi.SHARE_OVER_90, period)).isEqualTo("0.08");
    assertThat(value(Kpi.OVERDUE_SHARE, period)).isEqualTo("0.33");
    // 33,000 of the last day, then 29 days of 3,000
    assertThat(value(Kpi.COUNT_BACK_DSO, period)).isEqualTo("30.00");
  }

  @Test
  void countedBackADayMayBeNeededInPart() {
    history.put(FIRST, day(0, sold("100"), "100", "0", "0"));
    history.put(FIRST.plusDays(1), day(1, sold("40"), "60", "0", "0"));

    assertThat(value(Kpi.COUNT_BACK_DSO, KpiPeriod.of(history, FIRST.plusDays(1), 30)))
        .isEqualTo("1.20");
  }

  @Test
  void withoutEnoughSalesThereIsNothingToCountBack() {
    history.put(FIRST, day(0, moved("100", "-50"), "150", "0", "0"));

    KpiPeriod period = KpiPeriod.of(history, FIRST, 30);

    assertThat(Kpi.COUNT_BACK_DSO.of(period)).isNull();
    assertThat(period.days()).isEqualTo(1);
  }

  @Test
  void howCustomersPaidIsWeighedByWhatTheyPaid() {
    Conduct conduct =
        Conduct.paid(new BigDecimal("300.0000"), -5, 25)
            .plus(Conduct.paid(new BigDecimal("100.0000"), 19, 49))
            .plus(Conduct.settled(3, true))
            .plus(Conduct.settled(1, false))
            .plus(Conduct.promise(true))
            .plus(Conduct.promise(false))
            .plus(Conduct.promise(false))
            .plus(Conduct.disputeEnded(11))
            .plus(Conduct.disputeEnded(24));
    history.put(
        FIRST,
        new PortfolioDay(
            FIRST,
            GROUP,
            OpenTotals.NONE.aged(FIRST),
            Turnover.NONE,
            conduct,
            Lost.NONE,
            Instant.EPOCH,
            false));

    KpiPeriod period = KpiPeriod.of(history, FIRST, 30);

    assertThat(value(Kpi.DBT, period)).isEqualTo("1.00"); // (-1,500 + 1,900) / 400
    assertThat(value(Kpi.ADP, period)).isEqualTo("31.00"); // (7,500 + 4,900) / 400
    assertThat(value(Kpi.ON_TIME_RATE, period)).isEqualTo("0.75");
    assertThat(value(Kpi.PROMISE_KEPT_RATE, period)).isEqualTo("0.33");
    assertThat(value(Kpi.DISPUTE_CYCLE_TIME, period)).isEqualTo("17.50");
  }

  @Test
  void whatHasNothingToDivideByIsNotZeroButUnknown() {
    history.put(FIRST, day(0, Turnover.NONE, "0", "0", "0"));

    KpiPeriod period = KpiPeriod.of(history, FIRST.plusDays(3), 90);

    for (Kpi kpi : Kpi.values()) {
      if (kpi != Kpi.COUNT_BACK_DSO) {
        assertThat(kpi.of(period)).as(kpi.title()).isNull();
      }
    }
    assertThat(value(Kpi.COUNT_BACK_DSO, period)).isEqualTo("0.00");
  }

  @Test
  void nothingIsKnownBeforeTheFirstDay() {
    history.put(FIRST, day(0, sold("1"), "1", "0", "0"));

    assertThatThrownBy(() -> KpiPeriod.of(history, FIRST.minusDays(1), 90))
        .hasMessageContaining("nothing is known before 2026-01-01");
  }

  private static String value(Kpi kpi, KpiPeriod period) {
    Kpi.Quotient quotient = kpi.of(period);
    assertThat(quotient).as(kpi.title()).isNotNull();
    return quotient.value().setScale(2, RoundingMode.HALF_EVEN).toString();
  }

  private static Turnover sold(String amount) {
    return moved(amount, "0");
  }

  private static Turnover moved(String billed, String cash) {
    BigDecimal none = Turnover.ZERO;
    return new Turnover(
        new BigDecimal(billed), new BigDecimal(cash), none, none, none, none, none, none);
  }

  private static PortfolioDay day(
      int day, Turnover turnover, String current, String days31, String over90) {
    List<AgingTotal> open =
        List.of(
            new AgingTotal(1, new BigDecimal(current)),
            AgingTotal.NONE,
            new AgingTotal(1, new BigDecimal(days31)),
            AgingTotal.NONE,
            new AgingTotal(1, new BigDecimal(over90)));
    return new PortfolioDay(
        FIRST.plusDays(day), GROUP, open, turnover, Conduct.NONE, Lost.NONE, Instant.EPOCH, false);
  }
}
