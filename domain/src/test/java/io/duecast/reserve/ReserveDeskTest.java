package io.duecast.reserve;

import static io.duecast.reserve.Days.FIRST;
import static io.duecast.reserve.Days.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReserveDeskTest {
  private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

  @Test
  void theMatrixOfTheTextbook() {
    ReserveDesk desk = desk(policy(24, "1", "0.015", "0.034", "0.071", "0.108", "0.5"));

    ReservePosition told =
        only(desk, Days.of(FIRST, GROUP, "7000000", "4000000", "2500000", "1000000"));

    assertThat(told.closing()).isEqualByComparingTo("526500.00");
    assertThat(told.exposure()).isEqualByComparingTo("14500000");
  }

  @Test
  void theMatrixOfTheStandardsExample() {
    ReserveDesk desk = desk(ReservePolicy.DEFAULT);

    ReservePosition told =
        only(desk, Days.of(FIRST, GROUP, "15000000", "7500000", "4000000", "2500000", "1000000"));

    assertThat(told.cells())
        .extracting(it -> it.reserve().intValueExact())
        .containsExactly(45_000, 120_000, 144_000, 165_000, 106_000);
    assertThat(told.closing()).isEqualByComparingTo("580000");
  }

  @Test
  void afterAWholeWindowTheOwnLossesAreTheRates() {
    // 1,000 open each day; of every 100 amount-days, 2 belong to money that is given up.
    ReserveDesk desk = desk(policy(12, "1", "0.5", "0.5", "0.5", "0.5", "0.5"));
    ReservePosition told = null;
    for (int i = 0; i < 500; i++) {
      Lost lost = i % 10 == 9 ? Days.lost("10", AgingBucket.CURRENT, 20) : Lost.NONE;
      told = only(desk, Days.losing(FIRST.plusDays(i), GROUP, lost, "1000"));
    }
    assertThat(told).isNotNull();
    assertThat(told.cell(AgingBucket.CURRENT).rate().doubleValue()).isBetween(0.0195, 0.0205);
    assertThat(told.cell(AgingBucket.DAYS_1_TO_30).rate()).isEqualByComparingTo("0.5");
  }

  @Test
  void whatCameBackLowersTheRates() {
    assertThat(rateAfterAYear(Lost.NONE).doubleValue()).isBetween(0.019, 0.021);
    Lost half = new Lost(BigDecimal.ZERO, new BigDecimal("5"), Lost.NONE.amountDays());
    assertThat(rateAfterAYear(half).doubleValue()).isBetween(0.0095, 0.0105);
  }

  private static BigDecimal rateAfterAYear(Lost recovered) {
    ReserveDesk desk = desk(policy(12, "1", "0.5", "0.5", "0.5", "0.5", "0.5"));
    ReservePosition told = null;
    for (int i = 0; i < 500; i++) {
      Lost lost =
          i % 10 == 9 ? Days.lost("10", AgingBucket.CURRENT, 20).plus(recovered) : Lost.NONE;
      told = only(desk, Days.losing(FIRST.plusDays(i), GROUP, lost, "1000"));
    }
    assertThat(told).isNotNull();
    return told.cell(AgingBucket.CURRENT).rate();
  }

  @Test
  void aSmallGroupIsJudgedByAllAndALargeOneByItself() {
    Group large = new Group("EUR", "", "large");
    Group small = new Group("EUR", "", "small");
    ReserveDesk desk = desk(policy(12, "1", "0", "0", "0", "0", "0"));
    List<ReservePosition> told = List.of();
    for (int i = 0; i < 500; i++) {
      Lost lost = i % 10 == 9 ? Days.lost("1000", AgingBucket.CURRENT, 20) : Lost.NONE;
      told =
          desk.after(
              List.of(
                  Days.losing(FIRST.plusDays(i), large, lost, "100000"),
                  Days.of(FIRST.plusDays(i), small, "100")));
    }
    // A thousandth of all is owed by the small group, which lost nothing: it leans on all the same.
    assertThat(told.get(0).cell(AgingBucket.CURRENT).rate().doubleValue())
        .isBetween(0.0195, 0.0205);
    assertThat(told.get(1).cell(AgingBucket.CURRENT).rate().doubleValue())
        .isBetween(0.0185, 0.0205);
  }

  @Test
  void theForwardLookingFactorMultipliesAndNeverExceedsAll() {
    ReserveDesk desk = desk(policy(24, "1.5", "0.01", "0.02", "0.04", "0.08", "0.9"));

    ReservePosition told = only(desk, Days.of(FIRST, GROUP, "1000", "0", "0", "0", "1000"));

    assertThat(told.cell(AgingBucket.CURRENT).reserve()).isEqualByComparingTo("15");
    assertThat(told.cell(AgingBucket.DAYS_OVER_90).reserve()).isEqualByComparingTo("1000");
  }

  @Test
  void theMovementLeadsFromOpeningToClosing() {
    ReserveDesk desk = desk(policy(24, "1", "0.01", "0.02", "0.04", "0.08", "0.5"));
    only(desk, Days.of(FIRST, GROUP, "1000", "0", "0", "0", "200"));

    ReservePosition next =
        only(
            desk,
            Days.losing(
                FIRST.plusDays(1),
                GROUP,
                Days.lost("150", AgingBucket.DAYS_OVER_90, 40),
                "2000",
                "0",
                "0",
                "0",
                "50"));

    assertThat(next.movement().opening()).isEqualByComparingTo("110");
    assertThat(next.movement().used()).isEqualByComparingTo("150");
    assertThat(next.closing()).isEqualByComparingTo("45");
    assertThat(next.movement().closing()).isEqualByComparingTo(next.closing());
    assertThat(next.movement().charge()).isEqualByComparingTo("85"); // 45 - 110 + 150
    assertThat(next.movement().rates()).isEqualByComparingTo("0");
  }

  @Test
  void aGroupThatOwesNothingAnyMoreReleasesItsReserveOnce() {
    ReserveDesk desk = desk(ReservePolicy.DEFAULT);
    Group other = new Group("EUR", "", "other");
    desk.after(List.of(Days.of(FIRST, GROUP, "1000"), Days.of(FIRST, other, "1000")));

    List<ReservePosition> next = desk.after(List.of(Days.of(FIRST.plusDays(1), other, "1000")));
    List<ReservePosition> then = desk.after(List.of(Days.of(FIRST.plusDays(2), other, "1000")));

    assertThat(next).extracting(ReservePosition::group).containsExactly(other, GROUP);
    assertThat(next.get(1).closing()).isEqualByComparingTo("0");
    assertThat(next.get(1).movement().charge()).isEqualByComparingTo("-3");
    assertThat(then).extracting(ReservePosition::group).containsExactly(other);
  }

  @Test
  void currenciesLearnNothingFromEachOther() {
    Group yen = new Group("JPY", "", "");
    ReserveDesk desk = desk(policy(12, "1", "0.1", "0", "0", "0", "0"));
    List<ReservePosition> told = List.of();
    for (int i = 0; i < 500; i++) {
      Lost lost = i % 10 == 9 ? Days.lost("1000", AgingBucket.CURRENT, 20) : Lost.NONE;
      told =
          desk.after(
              List.of(
                  Days.losing(FIRST.plusDays(i), GROUP, lost, "1000"),
                  Days.of(FIRST.plusDays(i), yen, "33333")));
    }
    assertThat(told.get(1).cell(AgingBucket.CURRENT).rate()).isEqualByComparingTo("0");
    assertThat(
            desk(policy(12, "1", "0.1", "0", "0", "0", "0"))
                .after(List.of(Days.of(FIRST, yen, "33333"))))
        .extracting(it -> it.closing().intValueExact())
        .containsExactly(3333); // whole yen
  }

  @Test
  void aDayThatComesLateOrAgainChangesNothing() {
    ReserveDesk desk = desk(ReservePolicy.DEFAULT);
    ReservePosition told = only(desk, Days.of(FIRST.plusDays(9), GROUP, "1000"));

    assertThat(desk.after(List.of(Days.of(FIRST.plusDays(9), GROUP, "5000")))).isEmpty();
    assertThat(desk.after(List.of(Days.of(FIRST, GROUP, "5000")))).isEmpty();

    ReservePosition next = only(desk, Days.of(FIRST.plusDays(10), GROUP, "1000"));
    assertThat(next.movement().opening()).isEqualByComparingTo(told.closing());
    assertThat(next.observedDays()).isEqualTo(2);
  }

  @Test
  void oldDebtThatIsGivenUpSoonAfterTheBeginningIsNoHundredPercent() {
    ReserveDesk desk = desk(policy(24, "1", "0", "0", "0", "0", "0.1"));
    ReservePosition told = null;
    for (int i = 0; i < 40; i++) {
      Lost lost = i == 35 ? Days.lost("1000", AgingBucket.DAYS_OVER_90, 1_000) : Lost.NONE;
      told = only(desk, Days.losing(FIRST.plusDays(i), GROUP, lost, "0", "0", "0", "0", "1000"));
    }
    assertThat(told).isNotNull();
    assertThat(told.cell(AgingBucket.DAYS_OVER_90).rate().doubleValue()).isBetween(0.13, 0.14);
  }

  @Test
  void otherNamesForTheSegmentsForgetFewDays() {
    ReserveDesk desk = desk(policy(12, "1", "0.5", "0.5", "0.5", "0.5", "0.5"));
    ReservePosition told = null;
    for (int i = 0; i < 400; i++) {
      Group group = new Group("EUR", "", i < 200 ? "old" : "new");
      List<ReservePosition> all = desk.after(List.of(Days.of(FIRST.plusDays(i), group, "1000")));
      told = all.getFirst();
    }
    assertThat(told).isNotNull();
    // Of 368, as of the month of the change only the days of its longer part count.
    assertThat(told.observedDays()).isGreaterThan(350);
    assertThat(told.cell(AgingBucket.CURRENT).rate()).isLessThan(TWENTIETH);
  }

  private static ReservePosition only(ReserveDesk desk, PortfolioDay day) {
    List<ReservePosition> told = desk.after(Collections.singleton(day));
    assertThat(told).hasSize(1);
    return told.getFirst();
  }

  private static ReserveDesk desk(ReservePolicy policy) {
    return new ReserveDesk(new InMemoryReserveBooks(), policy);
  }

  private static ReservePolicy policy(int months, String forward, String... rates) {
    return new ReservePolicy(
        Stream.of(rates).map(BigDecimal::new).toList(), months, TWENTIETH, new BigDecimal(forward));
  }
}
